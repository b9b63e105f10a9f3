import Coursework
import Foundation
import Testing

@Suite("The worker's loop, end to end")
struct WorkerServeTests {
  @Test("A worker greets, answers each question in turn, and ends when the requests end")
  func serves() async throws {
    let responses = try await responses(to: [
      .question(Question("double", ["x": .tensor([1, 2])]), nonce: "a"),
      .question(Question("todo", [:]), nonce: "b"),
      .question(Question("throw", [:]), nonce: "c"),
      .question(Question("unheardOf", [:]), nonce: "d"),
      .question(Question("print", [:]), nonce: "e"),
      .question(Question("double", ["x": .tensor(Tensor(shape: [0], scalars: []))]), nonce: "f"),
    ])
    let expected: [Message] = [
      .hello(version: 1, contract: "Student"),
      .answer(["y": .tensor([2, 4])], nonce: "a"),
      .failure(.notImplemented, nonce: "b"),
      .failure(.threw("Trouble(code: 3)"), nonce: "c"),
      .failure(.badQuestion("\(BadQuestion(name: "unheardOf"))"), nonce: "d"),
      .answer([:], nonce: "e"),
      .answer(["y": .tensor(Tensor(shape: [0], scalars: []))], nonce: "f"),
    ]
    #expect(responses == expected)
  }

  @Test("A worker without questions only greets")
  func silent() async throws {
    #expect(try await responses(to: []) == [.hello(version: 1, contract: "Student")])
  }

  @Test("A worker that hears no question says no more")
  func noQuestion() async throws {
    let question = Message.question(Question("todo", [:]), nonce: "a")
    let responses = try await responses(to: [.hello(version: 1, contract: "x"), question])
    #expect(responses == [.hello(version: 1, contract: "Student")])
  }

  /// Runs a worker in a process of its own, fed through a pipe in small pieces.
  private func responses(to requests: [Message]) async throws -> [Message] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "requests")
    let output = folder.appending(path: "responses")
    try Data(requests.flatMap(\.frame.bytes)).write(to: input)
    await #expect(processExitsWith: .exitCode(0)) {
      [input = input as URL, output = output as URL] in
      try serve(requests: [UInt8](Data(contentsOf: input)), responses: output)
    }
    return try messages([UInt8](Data(contentsOf: output)))
  }

  private func messages(_ bytes: [UInt8]) throws -> [Message] {
    var rest = bytes[...]
    var messages: [Message] = []
    while !rest.isEmpty {
      let length = try Frame.headerLength(prefix: Array(rest.prefix(8)))
      let header = try Frame.header(Array(rest.dropFirst(8).prefix(length)))
      let count = 8 + length + header.dataLength
      messages.append(try Message(Frame(bytes: Array(rest.prefix(count)))))
      rest = rest.dropFirst(count)
    }
    return messages
  }
}

/// Serves from a pipe that is filled in small pieces, so that reads come back short.
private func serve(requests bytes: [UInt8], responses file: URL) throws -> Never {
  let pipe = Pipe()
  let output = open(file.path, O_WRONLY | O_CREAT, 0o600)
  // Descriptors of our own: low numbers may belong to the test library.
  let ends = [pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor]
    .map { fcntl($0, F_DUPFD, 100) }
  let responses = fcntl(output, F_DUPFD, 100)
  for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] { try end.close() }
  precondition(ends.allSatisfy { $0 >= 100 } && responses >= 100)
  Thread.detachNewThread {
    let writer = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    for start in stride(from: 0, to: bytes.count, by: 37) {
      writer.write(Data(bytes[start..<min(bytes.count, start + 37)]))
    }
    try? writer.close()
  }
  Worker.serve(Student.self, requests: ends[0], responses: responses)
}

private struct Trouble: Error { let code: Int }

private struct Student: Contract {
  func answer(_ question: Question) throws -> Answer {
    switch question.name {
    case "double": return ["y": .tensor(try question.tensor("x") * 2)]
    case "todo": throw NotImplemented()
    case "throw": throw Trouble(code: 3)
    case "print":
      print("this is the submission's own business")
      return [:]
    default: throw BadQuestion(name: question.name)
    }
  }
}
