import Grading

extension Mark {
  /// A sign that tells the marks apart without colour.
  var sign: String {
    switch self {
    case .right: "✓"
    case .followed: "↷"
    case .tooFewFigures: "≈"
    case .wrong: "✗"
    }
  }

  /// What the sign means.
  var words: String {
    switch self {
    case .right: "right"
    case .followed: "right from one's own earlier values"
    case .tooFewFigures: "too few digits"
    case .wrong: "wrong"
    }
  }

  /// The class that style sheets know it by.
  var styleClass: String {
    switch self {
    case .right: "right"
    case .followed: "followed"
    case .tooFewFigures: "few"
    case .wrong: "wrong"
    }
  }
}
