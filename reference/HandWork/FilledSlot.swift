import Coursework
import Worksheets

/// What one slot of a reply holds.
enum FilledSlot {
  case blank
  /// Something that is no number, and why.
  case unreadable(String)
  /// As typed on an answer sheet; the numbers of a respondent in this process, with all their digits.
  case typed(TypedArray)

  init(_ value: Value?, decimal: DecimalSign) {
    do {
      switch value {
      case nil: self = .blank
      case .tensor(let tensor): self = .typed(try TypedArray(tensor))
      case .randomState: self = .unreadable("a generator is no number")
      case .text(let text):
        self =
          TypedArray.isBlank(text)
          ? .blank : .typed(try TypedArray(parsing: text, decimal: decimal))
      }
    } catch {
      self = .unreadable("\(error)")
    }
  }

  var isBlank: Bool {
    if case .blank = self { return true }
    return false
  }

  /// The numbers by place, in the slot's shape; `nil` where they have another, or there are none.
  func places(in slot: Worksheet.Slot) -> [TypedNumber?]? {
    guard case .typed(let array) = self else { return nil }
    return slot.fitting(array)?.places
  }

  /// The numbers in the slot's shape; `nil` where one is missing.
  func numbers(in slot: Worksheet.Slot) -> Tensor? {
    guard let places = places(in: slot) else { return nil }
    let numbers = places.compactMap { $0?.value }
    return numbers.count == places.count ? Tensor(shape: slot.shape, scalars: numbers) : nil
  }
}

extension DecimalSign {
  /// The one that a reply declares beside its slots; a point where it says nothing.
  init(declaredIn answer: Answer) {
    guard case .text(let name)? = answer[DecimalSign.key] else {
      self = .point
      return
    }
    self = DecimalSign(rawValue: name) ?? .point
  }
}

extension TypedArray {
  /// The numbers with as many digits as tell each from all others.
  fileprivate init(_ tensor: Tensor) throws(UnreadableEntry) {
    var places: [TypedNumber?] = []
    for scalar in tensor.scalars { places.append(try TypedNumber(parsing: "\(scalar)")) }
    self.init(shape: tensor.shape, places: places)
  }
}
