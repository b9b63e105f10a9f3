import Assignments
import Grading
import Tensors
import Testing
import Worksheets

@testable import Reference

@Suite("Drawings of worksheets' networks")
struct NetworkDiagramTests {
  @Test(
    "Every given and every number that a sheet asks for has one place on the drawing",
    arguments: ["backprop-2-2-1", "backprop-2-3-1"])
  func complete(id: String) throws {
    let worksheet = try #require(Catalogue.worksheet(of: id))
    let graph = try #require(worksheet.graph)
    let net = try #require(worksheet.net)
    let diagram = try #require(NetworkDiagram(of: net, givens: worksheet.givenNumbers))
    let places =
      diagram.columns.joined().flatMap { $0.above + $0.below }
      + diagram.edges.flatMap(\.quantities)
    #expect(Set(places).count == places.count)
    let asked = worksheet.slots.flatMap { Quantity.all($0.name, shape: $0.shape) }
    #expect(Set(places).isSuperset(of: asked.map(\.description)))
    #expect(Set(places).isSuperset(of: graph.givens.keys.map(\.description)))
    #expect(diagram.givens.count == graph.givens.count)
    for (quantity, value) in graph.givens {
      #expect(diagram.givens[quantity.description] == value)
    }
  }

  @Test("A weight leads from the input that it multiplies to the unit that it belongs to")
  func edges() throws {
    let worksheet = Worksheet.backpropTwoThreeOne
    let net = try #require(worksheet.net)
    let diagram = try #require(NetworkDiagram(of: net, givens: worksheet.givenNumbers))
    #expect(diagram.columns.map(\.count) == [2, 3, 1, 1])
    let edge = try #require(diagram.edges.first { $0.quantities.first == "W1[2, 1]" })
    #expect((edge.column, edge.from, edge.to) == (0, 1, 2))
    #expect(Array(edge.quantities.prefix(2)) == ["W1[2, 1]", "dW1[2, 1]"])
    let last = try #require(diagram.edges.first { $0.quantities.first == "W2[2]" })
    #expect((last.column, last.from, last.to) == (1, 2, 0))
    #expect(diagram.columns[1][2].name == "h[2]")
    #expect(diagram.columns[1][2].above == ["b1[2]", "z1[2]", "h[2]"])
    #expect(diagram.columns[1][2].below.prefix(2) == ["δ1[2]", "db1[2]"])
  }

  @Test("A batch has no drawing: it would have to choose a sample")
  func batch() throws {
    let net = try #require(Worksheet.backpropTwoThreeOne.net)
    var givens = Worksheet.backpropTwoThreeOne.givenNumbers
    givens[net.input] = Tensor(shape: [2, 2], scalars: [1, 2, 3, 4])
    #expect(NetworkDiagram(of: net, givens: givens) == nil)
  }
}
