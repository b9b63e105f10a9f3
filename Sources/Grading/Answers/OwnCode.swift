import Coursework

/// A student's code in the very process of a check: at home, where there is nothing to keep from it.
package struct OwnCode: Respondent {
  private let submission: any Contract
  private let observe: (Question) -> Void

  /// Answers with the given code, and tells of each question before it is asked.
  package init(_ submission: any Contract, observe: @escaping (Question) -> Void = { _ in }) {
    self.submission = submission
    self.observe = observe
  }

  /// The code's answer, or silence where it throws; a question that it cannot know is our fault.
  package func reply(to question: Question) throws -> Reply {
    observe(question)
    do {
      return .answer(try submission.answer(question))
    } catch is NotImplemented {
      return .silence(.notImplemented)
    } catch let error as BadQuestion {
      throw error
    } catch {
      return .silence(.threw("\(error)"))
    }
  }
}
