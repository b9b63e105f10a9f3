import Grading

/// In which form a sheet or a worked solution is explained.
package enum ExplanationFormat: String, Sendable, CaseIterable {
  case text, markdown, html

  /// The page about a sheet.
  ///
  /// - Parameters:
  ///   - appeal: What decided about it, as its readers may see it.
  ///   - picture: The name of the file with the picture beside the page, where there is one.
  /// - Returns: The whole text.
  package func render(_ appeal: SheetAppeal, picture: String? = nil) -> String {
    render(appeal.document, appeal.text, picture)
  }

  /// The page with a worked solution.
  ///
  /// - Parameters:
  ///   - solution: The steps, as their readers may see them.
  ///   - picture: The name of the file with the picture beside the page, where there is one.
  /// - Returns: The whole text.
  package func render(_ solution: WorkedSolution, picture: String? = nil) -> String {
    render(solution.document, solution.text, picture)
  }

  private func render(_ document: Document, _ text: String, _ picture: String?) -> String {
    switch self {
    case .text: text
    case .markdown: document.markdown(picture: picture)
    case .html: document.html
    }
  }
}
