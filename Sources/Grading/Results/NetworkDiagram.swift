/// A small dense network as a drawing needs it: which quantity stands where, by name.
package struct NetworkDiagram: Sendable, Hashable {
  /// From left to right: the inputs, each layer, the loss.
  package let columns: [[Node]]
  /// Between neighbouring columns.
  package let edges: [Edge]
  /// The given numbers by name.
  package let givens: [String: Double]

  /// A network of these nodes and edges.
  package init(columns: [[Node]], edges: [Edge], givens: [String: Double]) {
    for edge in edges {
      precondition(
        edge.column + 1 < columns.count && edge.from < columns[edge.column].count
          && edge.to < columns[edge.column + 1].count, "\(edge) leads nowhere")
    }
    self.columns = columns
    self.edges = edges
    self.givens = givens
  }

  /// An input, a unit or the loss.
  package struct Node: Sendable, Hashable {
    /// What stands in it, such as `x1[0]`.
    package let name: String
    /// The quantities of the forward pass, in their order.
    package let above: [String]
    /// The quantities of the backward pass.
    package let below: [String]

    /// A node with its quantities.
    package init(_ name: String, above: [String], below: [String] = []) {
      self.name = name
      self.above = above
      self.below = below
    }
  }

  /// What leads from one node to one of the next column.
  package struct Edge: Sendable, Hashable {
    /// The column that it starts from.
    package let column: Int
    /// The node that it starts from, counted from the top.
    package let from: Int
    /// The node that it leads to.
    package let to: Int
    /// The weight and what belongs to it, such as its gradient.
    package let quantities: [String]

    /// An edge with its quantities; it may have none.
    package init(column: Int, from: Int, to: Int, quantities: [String] = []) {
      self.column = column
      self.from = from
      self.to = to
      self.quantities = quantities
    }
  }
}
