import Testing

@Suite("The rules find what they forbid")
struct RulesTests {
  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test(
    "Comments and texts are no code",
    arguments: [
      ("a // b", "a     "), ("a /* b /* c */ d */ e", "a                   e"),
      (#"f("try! x")"#, "f(        )"), (#"f("\"" + g)"#, "f(     + g)"),
      (##"f(#"a "b" \n"# + g)"##, "f(             + g)"),
      ("\"\"\"\n import X\n\"\"\" + a", "   \n         \n    + a"),
      (#"f("\(a ? "x" : "y)") z", b)"#, "f(                     , b)"), ("\"open\nb", "     \nb"),
    ])
  func code(text: String, code: String) {
    #expect(SwiftText.code(of: text) == code)
  }

  @Test("Imports are found in every spelling, and nowhere else")
  func imports() throws {
    let text = """
      import A
      @testable import B
      package import C
      @preconcurrency public import D
        import struct E.F
      // import No
      let x = "import No"
      let important = No
      @_exported import G
      @_spi(X) import H
      """
    #expect(
      try Rules.imports(of: file("Sources/X/Y.swift", text)).map(\.module) == [
        "A", "B", "C", "D", "E", "G", "H",
      ])
  }

  @Test(
    "An import from above or from outside is a breach at its line",
    arguments: [
      ("Sources/Tensors/X.swift", "Coursework", false),
      ("Sources/Coursework/Wire/X.swift", "Tensors", true),
      ("Sources/Coursework/X.swift", "Grading", false),
      ("Sources/Coursework/X.swift", "NumericChecks", false),
      ("Sources/Grading/X.swift", "Digests", true),
      ("Sources/Grading/X.swift", "Worksheets", false),
      ("Sources/Grading/X.swift", "Hosting", false), ("Sources/Hosting/X.swift", "Grading", true),
      ("Sources/Hosting/X.swift", "Reference", false),
      ("Sources/Hosting/X.swift", "Assignments", false),
      ("Sources/Classroom/X.swift", "Hosting", true),
      ("Sources/Classroom/X.swift", "Reference", false),
      ("Sources/Classroom/X.swift", "Reports", false),
      ("Sources/Reports/X.swift", "Hosting", false),
      ("Sources/Reports/X.swift", "Assignments", false),
      ("Sources/Reports/X.swift", "FoundationXML", true),
      ("Sources/Commands/X.swift", "Reference", true),
      ("Sources/Commands/X.swift", "ArgumentParser", false),
      ("assignments/A/A.swift", "Reference", false), ("assignments/A/A.swift", "Grading", true),
      ("reference/A/A.swift", "Assignments", true), ("reference/A/A.swift", "Hosting", false),
      ("Sources/Attic/X.swift", "Tensors", false), ("Tests/XTests/X.swift", "Anything", true),
    ])
  func floors(path: String, module: String, isAllowed: Bool) throws {
    let breaches = try Rules.floors(file(path, "\n\nimport \(module)\n"))
    #expect(breaches.isEmpty == isAllowed, "\(breaches)")
    if !isAllowed, !path.contains("Attic") { #expect(breaches[0].hasPrefix("\(path):3: ")) }
  }

  @Test("Foundation and the C library are found where they do not belong")
  func foundation() throws {
    let text = "import Foundation\nimport Glibc\n"
    for path in ["Sources/Tensors/X.swift", "Sources/Grading/X.swift", "assignments/A/A.swift"] {
      #expect(try Rules.foundation(file(path, text)).map { $0.contains(":1: ") } == [true])
      #expect(try Rules.cLibrary(file(path, text)).map { $0.contains(":2: ") } == [true])
    }
    #expect(try Rules.foundation(file("Sources/Hosting/X.swift", text)).isEmpty)
    #expect(try Rules.cLibrary(file("Sources/Tensors/Support/Platform.swift", text)).isEmpty)
  }

  @Test("A contract is held to Coursework and to the open")
  func contract() throws {
    let right = "import Coursework\n\npublic protocol A: Contract {}\n"
    for path in ["assignments/A/A.swift", "assignments/A/A+NotImplemented.swift"] {
      #expect(try Rules.contract(file(path, right)).isEmpty)
      #expect(try Rules.contract(file(path, right + "package struct B {}\n")).count == 1)
      #expect(try Rules.contract(file(path, right + "import Tensors\n")).count == 1)
      #expect(try Rules.contract(file(path, "public protocol A {}\n")).count == 1)
    }
    let checks = right + "import Grading\npackage let x = 1\n"
    #expect(try Rules.contract(file("assignments/A/A+PublicChecks.swift", checks)).isEmpty)
    #expect(try Rules.contract(file("assignments/Courses/Courses.swift", checks)).isEmpty)
  }

  @Test("What is hidden from students is not named to them")
  func wall() {
    #expect(Rules.wall(file("assignments/A/A.swift", "let a = 1 // AReference\n")).count == 1)
    #expect(Rules.wall(file("assignments/A/A.docc/A.md", "\nReference/A\n")).count == 1)
    #expect(Rules.wall(file("reference/A/A.swift", "enum AReference {}\n")).isEmpty)
  }

  @Test("Length is counted in lines", arguments: [399, 400, 401])
  func fileLength(count: Int) {
    let text = String(repeating: "\n", count: count)
    #expect(Rules.fileLength(file("Sources/X/Y.swift", text)).isEmpty == (count <= 400))
  }

  @Test("A long function is found, wherever its braces are", arguments: [58, 59])
  func functionLength(count: Int) throws {
    let body = String(repeating: "  let closure = [1].map { $0 }\n", count: count)
    let heads = [
      "func f() {\n", "init(a: Int = [1].map { $0 }[0]) {\n", "subscript(i: Int) -> Int {\n",
      "func g<T>(_ a: T) -> Int where T: Sequence {\n", "deinit {\n", "init?<T>(b: T) {\n",
      "static func == (a: Self, b: Self) -> Bool {\n",
    ]
    for head in heads {
      let text = "struct S {\n" + head + body + "}\n}\n"
      let breaches = try Rules.functionLength(file("Sources/X/Y.swift", text))
      #expect(breaches.isEmpty == (count == 58), "\(head) \(breaches)")
      if count == 59 { #expect(breaches[0].hasPrefix("Sources/X/Y.swift:2: a function of 61 ")) }
    }
  }

  @Test("A requirement has no body, and a call is no function")
  func requirements() throws {
    let rest = String(repeating: "  let a = 1\n", count: 80)
    for text in [
      "protocol P {\n  func f() throws -> Int\n  init()\n  var x: Int { get }\n}\nstruct S {\n\(rest)}\n",
      "protocol P {\n  func f()\n}\nstruct S {\n\(rest)}\n",
      "struct S {\n  let x = S.init(1)\n  let y = self.init(2)\n\(rest)}\n",
    ] {
      #expect(try Rules.functionLength(file("Sources/X/Y.swift", text)).isEmpty)
    }
  }

  @Test("Names that say nothing are found")
  func names() {
    for name in ["StringUtils", "Tensor+Helpers", "Common", "FileManager+X"] {
      #expect(Rules.name(file("Sources/X/\(name).swift", "")).count == 1)
    }
    #expect(Rules.name(file("Sources/Utils/Tensor+Shapes.swift", "")).isEmpty)
  }

  @Test("Conditions on the platform are found")
  func platforms() throws {
    let text =
      "#if os(Linux)\n#elseif canImport(Darwin)\n  #if DEBUG\n// #if os(Linux)\n#if !os(X)\n"
    #expect(try Rules.platforms(file("Sources/X/Y.swift", text)).count == 3)
    #expect(try Rules.platforms(file("Sources/X/Y+Linux.swift", text)).isEmpty)
    #expect(try Rules.platforms(file("Sources/X/Platform.swift", text)).isEmpty)
  }

  @Test("Force is found, and its mention in words is not")
  func force() throws {
    let text =
      "try! f()\na as! B\nfatalError(x)\n// try! as! fatalError(\nlet s = \"try! fatalError(\"\n"
    #expect(try Rules.force(file("Sources/X/Y.swift", text)).count == 3)
    #expect(try Rules.force(file("Sources/X/Stop.swift", text)).count == 2)
    #expect(try Rules.force(file("Sources/X/Y.swift", "try? f()\na as? B\nbas!\n")).isEmpty)
  }
}
