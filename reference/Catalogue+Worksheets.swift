import Worksheets
extension Catalogue {
  package static func worksheet(of id: String) -> Worksheet? { nil }
}
