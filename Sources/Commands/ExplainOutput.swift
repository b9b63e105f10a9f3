import Foundation
import Reports

/// The file that an explanation goes to, and the one beside it for the picture.
struct ExplainOutput: Sendable {
  let page: String
  let picture: String

  /// Holds that neither would take the place of the sheet or of the other.
  init(_ path: String, for sheet: String?) throws {
    let url = URL(fileURLWithPath: path)
    guard !url.lastPathComponent.isEmpty, !path.hasSuffix("/") else {
      throw UsageError("--output takes the name of a file, not of a folder")
    }
    guard url.pathExtension.lowercased() != "svg" else {
      throw UsageError("--output names the page; the picture is written beside it as .svg")
    }
    page = path
    picture = url.deletingPathExtension().appendingPathExtension("svg").lastPathComponent
    guard let sheet else { return }
    let places = [url, pictureURL].map { $0.resolvingSymlinksInPath().path }
    guard !places.contains(URL(fileURLWithPath: sheet).resolvingSymlinksInPath().path) else {
      throw UsageError("--output would replace the sheet itself; give it another name")
    }
  }

  private var pictureURL: URL {
    URL(fileURLWithPath: page).deletingLastPathComponent().appendingPathComponent(picture)
  }

  /// Writes the page and, where there is one, the picture.
  func write(_ text: String, _ svg: String?) throws {
    try AtomicFile.write(text, to: page)
    if let svg { try AtomicFile.write(svg, to: pictureURL.path) }
  }
}
