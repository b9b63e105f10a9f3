import Foundation
import Testing

/// Compares a text with the file of that name beside the tests.
///
/// `GRADECHECK_RENEW_GOLDENS=1 swift test --filter ReportsTests` writes the files anew; read the
/// difference before you keep it.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(components: "Goldens", name)
  if ProcessInfo.processInfo.environment["GRADECHECK_RENEW_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(text == golden, sourceLocation: sourceLocation)
}
