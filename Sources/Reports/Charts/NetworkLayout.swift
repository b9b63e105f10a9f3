import Grading

/// Where everything on the picture of a network stands.
///
/// Labels of edges stand in columns of their own between two layers. With the edges of one source in
/// a column, or those of one target, two neighbours in it lie apart by a known part of the distance
/// between two nodes: the nodes are set so far apart that this is enough for the highest label.
struct NetworkLayout: Sendable {
  /// A label in its place.
  struct Box: Sendable {
    let label: NetworkLabel
    let x: Double, y: Double
    /// Whether it belongs to an edge; else to a node.
    let isOnEdge: Bool
  }

  /// A node in its place.
  struct Node: Sendable {
    let name: String
    let x: Double, y: Double
    let radius: Double
  }

  private(set) var nodes: [[Node]] = []
  /// Where each edge starts and ends, in the diagram's order.
  private(set) var lines: [(from: Node, to: Node)] = []
  /// Of nodes and edges.
  private(set) var boxes: [Box] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let radius = 24.0
  /// Between a node and its labels, and between the labels of two edges.
  private static let gap = 8.0
  private static let margin = 20.0
  /// Between two columns without labels.
  private static let bareGap = 60.0

  init(_ picture: NetworkPicture) {
    let columns = picture.diagram.columns.map { nodes in
      nodes.map { node in
        (
          above: NetworkLabel(node.above, in: picture), below: NetworkLabel(node.below, in: picture)
        )
      }
    }
    let gaps = picture.diagram.columns.indices.dropLast().map { Gap($0, picture) }
    let halves = columns.map { nodes in
      max(Self.radius, nodes.map { max($0.above.width, $0.below.width) / 2 }.max() ?? 0)
    }
    let above = columns.joined().map(\.above.height).max() ?? 0
    let below = columns.joined().map(\.below.height).max() ?? 0
    let spacing = gaps.reduce(above + 2 * Self.radius + below + 5 * Self.gap) { spacing, gap in
      max(spacing, gap.spacing(between: halves))
    }
    let rows = picture.diagram.columns.map(\.count).max() ?? 0
    let middle = Self.margin + above + Self.gap + Self.radius + Double(rows - 1) * spacing / 2

    var x = Self.margin
    for (column, labels) in columns.enumerated() {
      x += column == 0 ? halves[0] : gaps[column - 1].length(between: halves)
      let top = middle - Double(labels.count - 1) * spacing / 2
      nodes.append(
        zip(0..., picture.diagram.columns[column]).map { row, node in
          Node(name: node.name, x: x, y: top + Double(row) * spacing, radius: Self.radius)
        })
      for (node, label) in zip(nodes[column], labels) {
        add(label.above, x: x, y: node.y - Self.radius - Self.gap - label.above.height)
        add(label.below, x: x, y: node.y + Self.radius + Self.gap)
      }
    }
    width = x + (halves.last ?? 0) + Self.margin
    height = 2 * middle - above + below
    for gap in gaps { place(gap, halves) }
    lines = picture.diagram.edges.map {
      (nodes[$0.column][$0.from], nodes[$0.column + 1][$0.to])
    }
  }

  /// Adds a label below a point, in the middle of it.
  private mutating func add(
    _ label: NetworkLabel, x: Double, y: Double, isOnEdge: Bool = false
  ) {
    guard !label.lines.isEmpty else { return }
    boxes.append(Box(label: label, x: x - label.width / 2, y: y, isOnEdge: isOnEdge))
  }

  /// Sets the labels of a gap on their edges.
  private mutating func place(_ gap: Gap, _ halves: [Double]) {
    for (edge, label) in gap.labels {
      let t = gap.part(of: edge, halves)
      let (from, to) = (nodes[gap.column][edge.from], nodes[gap.column + 1][edge.to])
      add(
        label, x: from.x + t * (to.x - from.x),
        y: from.y + t * (to.y - from.y) - label.height / 2, isOnEdge: true)
    }
  }

  /// The space between two columns of nodes.
  private struct Gap {
    let column: Int
    let labels: [(edge: NetworkDiagram.Edge, label: NetworkLabel)]
    private let sources: Int
    private let targets: Int

    init(_ column: Int, _ picture: NetworkPicture) {
      self.column = column
      labels = picture.diagram.edges.filter { $0.column == column }
        .map { ($0, NetworkLabel($0.quantities, in: picture, isShort: true)) }
      sources = picture.diagram.columns[column].count
      targets = picture.diagram.columns[column + 1].count
    }

    /// Whether a column of labels holds the edges of one source; else those of one target.
    private var isBySource: Bool { sources <= targets }
    private var count: Int { width > 0 ? min(sources, targets) : 0 }
    private var width: Double { labels.map(\.label.width).max() ?? 0 }
    private var height: Double { labels.map(\.label.height).max() ?? 0 }

    /// From the middle of one column of nodes to that of the next.
    func length(between halves: [Double]) -> Double {
      halves[column] + halves[column + 1]
        + (count == 0
          ? NetworkLayout.bareGap
          : Double(count) * width + Double(count + 1) * 2 * NetworkLayout.gap)
    }

    /// How far along its edge a label stands.
    func part(of edge: NetworkDiagram.Edge, _ halves: [Double]) -> Double {
      part(ofColumn: isBySource ? edge.from : edge.to, halves)
    }

    private func part(ofColumn place: Int, _ halves: [Double]) -> Double {
      let before = halves[column] + 2 * NetworkLayout.gap + width / 2
      return (before + Double(place) * (width + 2 * NetworkLayout.gap)) / length(between: halves)
    }

    /// How far apart nodes must be so that no two labels of a column meet.
    func spacing(between halves: [Double]) -> Double {
      // One edge alone meets no other.
      guard count > 0, max(sources, targets) > 1 else { return 0 }
      let parts = (0..<count).map { part(ofColumn: $0, halves) }
      let least = (isBySource ? parts.min() : parts.map { 1 - $0 }.min()) ?? 1
      return (height + NetworkLayout.gap) / least
    }
  }
}
