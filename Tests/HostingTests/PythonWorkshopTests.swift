import Foundation
import Grading
import Testing

@testable import Hosting

@Suite(
  "A look into submissions in Python", .serialized,
  .enabled(if: Pythons.isThere, "there is no python3 with NumPy"))
struct PythonWorkshopTests {
  private static let plugin = """
    from gradecheck import question

    @question("relu", "relu_forward", parameters=1, gives=2)
    def relu(forward, z):
        return {"h": forward(z)[0]}
    """
  /// More of the plugin, in a file beside it that knows its names.
  private static let more = """
    @question("affine", "affine_forward", parameters=3, gives=2)
    def affine(forward, x, w, b):
        return {"y": forward(x, w, b)[0]}

    @question("sandwich", "affine_forward", parameters=3, gives=2)
    def sandwich(forward, x, w, b):
        return {"h": relu(lambda z: (z * (z > 0), z), forward(x, w, b)[0])["h"]}
    """

  private func build(_ files: [String: String]) throws -> PythonBuild {
    let scratch = try Scratch()
    let plugin = try scratch.write("course/plugin.py", Self.plugin)
    try scratch.write("course/plugin+affine.py", Self.more)
    let workshop = try PythonWorkshop(
      Pythons.zygote(), home: .find(), isolation: .limits(because: "of a test"))
    let sources = SourceFiles(
      files: files.sorted { $0.key < $1.key }.map {
        .init(name: $0.key, bytes: Array($0.value.utf8))
      })
    return try workshop.build(
      sources, by: plugin, asking: ["relu", "affine", "sandwich"],
      in: scratch.path + "/submission")
  }

  private static let relu = "def relu_forward(x):\n  return x * (x > 0), x\n"

  @Test("Whatever answers something is graded, and what is missing is named in order")
  func graded() throws {
    let build = try build(["a/layers.py": Self.relu + "def affine_foward(x, w, b): pass\n"])
    #expect(build.worker != nil && build.status == .graded)
    #expect(build.missing == [.init(expected: "affine_forward", found: "affine_foward")])
    #expect(build.diagnostics.isEmpty && build.setAside.isEmpty)
  }

  @Test("A file with an error is set aside where another one answers")
  func setAside() throws {
    let build = try build(["layers.py": Self.relu, "old.py": "def f(:\n", "two.py": "print 1\n"])
    #expect(build.worker != nil && build.status == .graded)
    #expect(
      build.setAside == [
        .init(file: "old.py", reason: "it does not compile"),
        .init(file: "two.py", reason: "it is written for Python 2"),
      ])
    #expect(build.diagnostics.map(\.file) == ["old.py", "two.py"])
    #expect(build.diagnostics.map(\.line) == [1, 1])
  }

  @Test(
    "What cannot be read is refused, and what is not there is not",
    arguments: [
      ("def relu_forward(x):\n  return x +\n", "compileError"),
      ("def relu_forward(x):\n  print x\n  return x, x\n", "rejectedSource"),
      ("def nothing():\n  pass\n", "graded"), ("", "graded"),
      (String(repeating: "(", count: 5000), "compileError"),
    ])
  func refused(text: String, status: String) throws {
    let build = try build(["layers.py": text])
    #expect(build.worker == nil)
    #expect(build.status.name == status)
  }

  @Test("A broken cell of a notebook costs that cell alone")
  func cell() throws {
    let cells = [Self.relu, "for (:"].map {
      #"{"cell_type": "code", "source": \#(String(reflecting: $0))}"#
    }
    let build = try build(["a.ipynb": "{\"cells\": [\(cells.joined(separator: ","))]}"])
    #expect(build.worker != nil)
    #expect(build.diagnostics.map(\.file) == ["a.ipynb, cell 2"])
    #expect(build.setAside.isEmpty)
  }

  @Test("The digest names the worker, the plugin and what lies beside it")
  func digest() throws {
    let scratch = try Scratch()
    let plugin = try scratch.write("plugin.py", Self.plugin)
    let workshop = try PythonWorkshop(
      Pythons.zygote(), home: .find(), isolation: .limits(because: "of a test"))
    let first = try workshop.digest(with: plugin)
    #expect(try workshop.digest(with: plugin) == first)
    try scratch.write("helpers/util.py", "")
    let second = try workshop.digest(with: plugin)
    #expect(second != first)
    try scratch.write("plugin+affine.py", Self.more)
    let third = try workshop.digest(with: plugin)
    #expect(third != second)
    try scratch.write("plugin.py", Self.plugin + "\n")
    #expect(try workshop.digest(with: plugin) != third)
  }

  @Test(
    "Python's worker names a line of the submission, and no other is believed",
    arguments: [
      ("ValueError: no (layers.py, line 2, in relu)", "ValueError: no", "layers.py", 2),
      ("E (a) (layers.py, line 1, in <lambda>)", "E (a)", "layers.py", 1),
      ("E (b.ipynb, cell 3, line 1, in f)", "E", "b.ipynb, cell 3", 1),
      ("E (layers.py, line 9, in f)", "E (layers.py, line 9, in f)", nil, nil),
      ("E (secret.py, line 1, in f)", "E (secret.py, line 1, in f)", nil, nil),
      ("E (layers.py, line 0, in f)", "E (layers.py, line 0, in f)", nil, nil),
      ("E", "E", nil, nil),
    ] as [(String, String, String?, Int?)])
  func lines(said: String, words: String, file: String?, line: Int?) {
    let lines = KnownLines(ofPython: [
      .init(name: "layers.py", bytes: Array("one\ntwo".utf8)),
      .init(name: "b.ipynb", bytes: Array("{}\n".utf8)),
    ])
    let place = file.flatMap { file in line.map { Silence.Place(file: file, line: $0) } }
    #expect(lines.error(said) == .threw(words, at: place))
  }
}
