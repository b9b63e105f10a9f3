import Reference
import Tensors
import Testing

@Suite("Published numbers")
struct PublishedTableTests {
  static let cells = PublishedTable.all.flatMap(\.cells)

  @Test("The references give what the coursework prints", arguments: cells)
  func published(cell: PublishedCell) throws {
    let got = try cell.recomputed()
    for claim in cell.claims {
      let breach = try claim.breach(by: got)
      #expect(breach == nil, "\(cell.citation)")
    }
  }

  // MARK: - Laws

  @Test("Every assignment has its table, in order")
  func assignments() {
    #expect(PublishedTable.all.map(\.assignment) == Catalogue.all.map(\.id))
  }

  @Test("Every part of the coursework whose digits can be recomputed has its figures, and no other")
  func everyExactPart() {
    for table in PublishedTable.all {
      let cited = Set(table.cells.flatMap(\.parts))
      #expect(!(table.exact + table.settled).isEmpty, "\(table.assignment)")
      #expect(cited == Set(table.exact + table.settled), "\(table.assignment)")
    }
  }

  @Test("No figure is cited twice, and each binds")
  func citations() {
    #expect(Set(Self.cells.map(\.citation)).count == Self.cells.count)
    #expect(Self.cells.allSatisfy { !$0.claims.isEmpty })
  }

  @Test(
    "A number that is off, in another shape or none at all is no published one", arguments: cells)
  func refusals(cell: PublishedCell) throws {
    let got = try cell.recomputed()
    let wrong = [
      got.map { $0 + 0.01 * max(1, abs($0)) },
      got.reshaped(to: [1] + got.shape),
      got.map { _ in .nan },
      got.map { _ in .infinity },
    ]
    for number in wrong {
      #expect(try cell.claims.contains { try $0.breach(by: number) != nil }, "\(number)")
    }
  }

  @Test("An error that the course prints meets the bound that it states")
  func bounds() {
    for cell in Self.cells {
      for case .gradientError(let figure?, let bound) in cell.claims {
        #expect(figure < bound.limit, "\(cell.citation)")
      }
    }
  }
}
