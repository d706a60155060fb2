/// The answers to a survey of public satisfaction (IKM), added up: of all respondents, and of those of
/// each service.
///
/// Who answered is not in it.
public struct SurveyTally: Hashable, Sendable {
  /// How good a respondent finds one element of a service.
  ///
  /// Source: PermenPANRB 14/2017, the questionnaire.
  public enum Answer: Int, CaseIterable, Sendable {
    /// Tidak baik.
    case bad = 1
    /// Kurang baik.
    case poor
    /// Baik.
    case good
    /// Sangat baik.
    case excellent
  }

  /// What a survey asks about.
  public struct Element: Hashable, Sendable {
    /// Its place in the questionnaire, from 1.
    public let number: Int
    /// Its name; its ``code`` where the regulation has none for it.
    public let name: String

    /// Creates an element.
    public init(number: Int, name: String? = nil) {
      self.number = number
      self.name = name ?? Element.code(number)
    }

    /// The code of an element in tables of answers: `U1`.
    public var code: String { Element.code(number) }

    private static func code(_ number: Int) -> String { "U\(number)" }
  }

  /// The answers to one element.
  public struct Answers: Hashable, Sendable {
    /// Their values, added up.
    public private(set) var sum: Int
    /// How many there are.
    public private(set) var count: Int

    /// Takes answers that were added up elsewhere.
    ///
    /// - Parameters:
    ///   - sum: Their values, added up: `count` through four times `count`.
    ///   - count: How many there are, 0 or more.
    public init(sum: Int = 0, count: Int = 0) {
      self.sum = sum
      self.count = count
    }

    /// The mean, 1 through 4; a share of nothing where there is no answer.
    public var mean: Ratio { Ratio(sum, of: count) }

    fileprivate mutating func add(_ answer: Answer) {
      sum += answer.rawValue
      count += 1
    }
  }

  /// What a number of respondents answered.
  public struct Group: Hashable, Sendable {
    /// Who gave at least one answer.
    public private(set) var respondents: Int
    /// The answers to each element, in the order of the elements.
    public private(set) var answers: [Answers]

    /// Takes answers that were added up elsewhere.
    ///
    /// - Parameters:
    ///   - respondents: Who gave at least one answer.
    ///   - answers: The answers to each element, in the order of the elements.
    public init(respondents: Int, answers: [Answers]) {
      self.respondents = respondents
      self.answers = answers
    }

    fileprivate mutating func count(_ row: [Answer?]) {
      respondents += 1
      for (place, answer) in zip(answers.indices, row) {
        if let answer { answers[place].add(answer) }
      }
    }
  }

  /// What the respondents of one service (layanan) answered.
  public struct Service: Hashable, Sendable {
    /// The service.
    public let name: String
    /// The answers of its respondents.
    public fileprivate(set) var group: Group
  }

  /// The most elements that a survey asks about: the fourteen of KEP/25/M.PAN/2/2004.
  public static let mostElements = 14

  /// What was asked about, in the order of the questionnaire.
  public let elements: [Element]
  /// All respondents, with those that named no service.
  public private(set) var everyone: Group
  /// The services that respondents named, in the order of their first answers.
  public private(set) var services: [Service] = []
  /// The place of a service by its folded name.
  private var places: [String: Int] = [:]

  /// Begins to count.
  ///
  /// - Parameter elements: What was asked about, in the order of the questionnaire.
  public init(elements: [Element]) {
    self.elements = elements
    everyone = SurveyTally.nobody(elements)
  }

  /// Counts a respondent, unless there is no answer at all.
  ///
  /// - Parameters:
  ///   - row: The answer to each element, in the order of the elements; `nil` where it is blank.
  ///   - service: The service; its spelling does not matter in case, blanks and punctuation. `nil`
  ///     where the respondent named none.
  public mutating func count(_ row: [Answer?], service: String? = nil) {
    guard row.contains(where: { $0 != nil }) else { return }
    everyone.count(row)
    if let service { services[place(of: service)].group.count(row) }
  }

  private mutating func place(of service: String) -> Int {
    let word = SurveyTally.folded(service)
    if let place = places[word] { return place }
    services.append(Service(name: service, group: SurveyTally.nobody(elements)))
    places[word] = services.count - 1
    return services.count - 1
  }

  private static func nobody(_ elements: [Element]) -> Group {
    Group(respondents: 0, answers: elements.map { _ in Answers() })
  }

  /// A name as surveys compare them: its letters and digits alone, in lower case.
  public static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
