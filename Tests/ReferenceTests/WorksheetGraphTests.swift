import Assignments
import Coursework
import Grading
import Reference
import Testing
import Worksheets

@Suite("The local steps behind the sheets")
struct WorksheetGraphTests {
  @Test(
    "The graph's values are the reference's",
    arguments: [Assignment.backpropTwoTwoOne, .backpropTwoThreeOne].map(\.id))
  func reference(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let worksheet = try #require(Catalogue.worksheet(of: id))
    let graph = try #require(worksheet.graph)
    let truth = try assignment.reference(.filledIn(worksheet))
    for slot in worksheet.slots {
      let tensor = try #require(truth[slot.name]?.tensor)
      for (quantity, value) in zip(Quantity.all(slot.name, shape: slot.shape), tensor.scalars) {
        let own = try #require(graph.values[quantity], "\(quantity) is no step")
        #expect(abs(own - value) <= 1e-15 * max(1, abs(value)), "\(quantity)")
      }
    }
  }

  /// Origin: the course's document (its values of `loss.backward()` in Float) and, with more digits,
  /// float64 in numbers.json.
  @Test("The 2-2-1 example has its published values")
  func published() throws {
    let graph = try #require(Worksheet.backpropTwoTwoOne.graph)
    let values: [(Quantity, Double, Double)] = [
      (Quantity("z2"), 1.10590596705977, 1e-14), (Quantity("x2"), 0.7513650695523157, 1e-15),
      (Quantity("loss"), 0.274811083176155, 1e-15), (Quantity("δ2"), 0.13849856, 1e-8),
      (Quantity("dW2", [0, 1]), 0.08266763, 1e-8), (Quantity("δ1", [1]), 0.01499607, 1e-8),
      (Quantity("dW1", [0, 0]), 0.0006684, 1e-7), (Quantity("dW1", [1, 1]), 0.00149961, 1e-8),
    ]
    for (quantity, value, error) in values {
      #expect(abs(try #require(graph.values[quantity]) - value) <= error, "\(quantity)")
    }
  }

  @Test("Every slot's parents are among the quantities that its steps build on")
  func parents() throws {
    for worksheet in [Worksheet.backpropTwoTwoOne, .backpropTwoThreeOne] {
      let graph = try #require(worksheet.graph)
      for slot in worksheet.slots {
        // Through δ, which the sheets do not ask for.
        var open = Quantity.all(slot.name, shape: slot.shape).compactMap { graph[$0] }
        var names: Set<String> = []
        while let step = open.popLast() {
          for parent in step.parents {
            names.insert(parent.name)
            if worksheet[parent.name] == nil, let step = graph[parent] { open.append(step) }
          }
        }
        #expect(names.isSuperset(of: slot.parents), "\(slot.name): \(names)")
      }
    }
  }
}
