import Grading

extension HandoutPackage {
  /// `Package.swift` of the handout.
  ///
  /// The student's module is compiled as it is when it is graded: in Swift 5 mode, under the same
  /// name, and outside of the package, so that it sees no more of the kit than there.
  func manifest(of assignment: Assignment) -> String {
    let modules = (KitModule.all + [.assignment]).map(\.target).joined(separator: "\n")
    let excluded = documents.isEmpty ? "" : " exclude: \(documents),"
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "\(assignment.id)",
        platforms: [.macOS(.v15)],
        targets: [
          // Your work.
          .target(
            name: "StudentWork", dependencies: ["Coursework"], path: "\(Self.workFolder)",\(excluded)
            packageAccess: false, swiftSettings: [.swiftLanguageMode(.v5)]),

          // The checks that `swift test` runs, and what they are made of; an update replaces them.
          .testTarget(
            name: "Checks",
            dependencies: ["Assignments", "Coursework", "Grading", "StudentWork", "Worksheets"],
            path: "\(Self.kitFolder)/Checks", swiftSettings: [.swiftLanguageMode(.v5)]),
      \(modules)
        ]
      )

      """
  }

  /// The tests of the handout: one for each public check, then the sheet, then the receipt.
  ///
  /// Each check is a function of its own, so that `swift test --filter reluBackward` runs those of
  /// one method and a report names them in words.
  func checks(of assignment: Assignment) -> String {
    let name = assignment.memberName
    let tests = Self.inOrder(assignment.publicChecks.map(\.id)).map(Self.test)
    let sheet = sheets.map { sheet in
      """

        @Test("\(sheet)") func sheet() throws {
          try read("\(sheet)", for: .\(name))
        }
      """
    }
    return """
      import Assignments
      import Grading
      import Testing
      import Worksheets

      let publicChecks = PublicCheck.\(name)

      @Suite("\(assignment.id)", .serialized)
      struct Checks {
        init() { traceCrashes() }
      \((tests + sheet).joined(separator: "\n"))

        @Test("What to hand in") func handIn() throws {
          try showReceipt(of: \(sheets))
        }
      }

      """
  }

  /// The checks method by method, in the order of each method's first.
  private static func inOrder(_ ids: [String]) -> [String] {
    var methods: [Substring] = []
    for id in ids {
      let method = id.prefix { $0 != "/" }
      if !methods.contains(method) { methods.append(method) }
    }
    return methods.flatMap { method in ids.filter { $0.prefix { $0 != "/" } == method } }
  }

  private static func test(of id: String) -> String {
    let words = id.split(separator: "/").map(String.init)
    let function = words.joined(separator: "_").replacing("-", with: "_")
    return """

        @Test("\(words.joined(separator: ": "))") func \(function)() async throws {
          try tell(
            "\(id)",
            await #expect(processExitsWith: .failure, observing: observed) { sit("\(id)") })
        }
      """
  }
}
