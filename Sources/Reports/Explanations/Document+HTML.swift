import Grading

extension Document {
  /// The page as HTML, whole in itself: no script, nothing from elsewhere, light or dark.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForMarkup)</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <h1>\(title.escapedForMarkup)</h1>
    \(blocks.map(Self.element).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static func element(_ block: Block) -> String {
    switch block {
    case .heading(let text): "<h2>\(text.escapedForMarkup)</h2>"
    case .paragraph(let text): "<p>\(text.escapedForMarkup)</p>"
    case .list(let items):
      "<ul>\n\(items.map { "<li>\($0.escapedForMarkup)</li>" }.joined(separator: "\n"))\n</ul>"
    case .lines(let lines):
      "<pre>\(lines.map(\.escapedForMarkup).joined(separator: "\n"))</pre>"
    case .table(let header, let rows): table(header, rows)
    case .picture(let picture): "<figure>\n\(picture.svgElement)</figure>"
    }
  }

  private static func table(_ header: [String], _ rows: [[Cell]]) -> String {
    let head = header.map { "<th scope=\"col\">\($0.escapedForMarkup)</th>" }.joined()
    let body = rows.map { row in
      "<tr>\(row.map(cell).joined())</tr>"
    }
    return """
      <div class="table"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  private static func cell(_ cell: Cell) -> String {
    // No line breaks within the brackets of `W1[0, 1]`.
    let text = cell.text.escapedForMarkup.replacing(", ", with: ",\u{A0}")
    guard let mark = cell.mark else { return "<td>\(text)</td>" }
    return """
      <td class="\(mark.styleClass)"><span title="\(mark.words.escapedForMarkup)">\(mark.sign)\
      </span> \(text)</td>
      """
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1b1f24;--faint:#59636e;--paper:#fff;--line:#d1d9e0;\
    --shade:#f6f8fa;--right:#116329;--followed:#0550ae;--few:#7a4d00;--wrong:#b3261e}
    @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9aa4ae;--paper:#0d1117;\
    --line:#3d444d;--shade:#151b23;--right:#56d364;--followed:#79c0ff;--few:#e3b341;\
    --wrong:#ff8a80}}
    body{margin:2rem auto;padding:0 1rem;max-width:72rem;background:var(--paper);\
    color:var(--ink);font:16px/1.5 system-ui,"DejaVu Sans",sans-serif}
    h1{font-size:1.5rem;line-height:1.25}
    h2{font-size:1.1rem;margin:2rem 0 .4rem}
    figure{margin:1.5rem 0;padding:.5rem;border:1px solid var(--line);border-radius:6px;\
    overflow-x:auto}
    figure svg{display:block;margin:auto;min-width:40rem}
    .table{overflow-x:auto}
    table{border-collapse:collapse;font-size:.875rem;width:100%;min-width:50rem;\
    table-layout:fixed}
    th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;\
    border-bottom:1px solid var(--line);overflow-wrap:anywhere}
    th:first-child{width:23%}
    th:nth-child(2),th:nth-child(3){width:10%}
    th:last-child{width:20%}
    th{color:var(--faint);font-weight:600}
    td{font-variant-numeric:tabular-nums}
    td.right{color:var(--right)}
    td.followed{color:var(--followed)}
    td.few{color:var(--few)}
    td.wrong{color:var(--wrong);font-weight:700}
    pre{margin:.4rem 0;padding:.6rem .8rem;background:var(--shade);border-radius:6px;\
    overflow-x:auto;font:.9rem/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
    @media print{h2{break-after:avoid}pre,tr{break-inside:avoid}}
    """
}
