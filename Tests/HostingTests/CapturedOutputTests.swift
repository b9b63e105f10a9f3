import Testing

@testable import Hosting

@Suite("Captured output")
struct CapturedOutputTests {
  private static let kept = CapturedOutput.keptAtEachEnd

  @Test(
    "Beginning and end are the stream's own, however it arrives",
    arguments: [0, 1, kept - 1, kept, kept + 1, 2 * kept, 2 * kept + 1, 5 * kept + 7],
    [1, 977, 65_536])
  func ends(length: Int, chunk: Int) {
    let stream = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }
    var output = CapturedOutput()
    for start in stride(from: 0, to: length, by: chunk) {
      output.append(stream[start..<min(length, start + chunk)])
    }
    #expect(output.totalCount == length)
    #expect(output.beginning == Array(stream.prefix(Self.kept)))
    #expect(Array(output.end) == Array(stream.dropFirst(Self.kept).suffix(Self.kept)))
    #expect(output.droppedCount == max(0, length - 2 * Self.kept))
  }

  @Test("The text says how much was left out, and repairs what is not UTF-8")
  func text() {
    var output = CapturedOutput()
    output.append([0x61, 0xff, 0x62])
    #expect(output.text == "a\u{fffd}b")
    output.append([UInt8](repeating: 0x63, count: 3 * Self.kept))
    #expect(output.text.contains("\n[\(Self.kept + 3) bytes left out]\n"))
    #expect(output.text.utf8.count < 2 * Self.kept + 100)
  }
}
