/// Classes that name the values of an index: `B Baik` from 76,61 on.
public struct PredicateScale: Hashable, Sendable {
  /// One class.
  public struct Grade: Hashable, Sendable {
    /// The letters: `A`, `BB`.
    public let letters: String
    /// The name: `Sangat Baik`.
    public let name: String
    /// The lower bound, in hundredths.
    public let from: Int

    /// Creates a class.
    public init(letters: String, name: String, from: Int) {
      self.letters = letters
      self.name = name
      self.from = from
    }

    /// The class as it is printed: `BB Sangat Baik`.
    public var text: String { "\(letters) \(name)" }
  }

  /// The name of its file: `ikm-2017`.
  public let name: String
  /// What it grades.
  public let title: String
  /// The regulation.
  public let source: LegalSource
  /// How far its bounds may be relied on.
  public let confidence: Confidence
  /// Whether a value on a lower bound is in the class above it.
  public let includesLowerBound: Bool
  /// The classes, the best first; the last one takes all that is left.
  public let grades: [Grade]
  /// The elements of the survey that it grades, in order; empty for a scale of no survey.
  public let elements: [String]

  /// Creates a scale.
  public init(
    name: String, title: String, source: LegalSource, confidence: Confidence,
    includesLowerBound: Bool, grades: [Grade], elements: [String]
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.confidence = confidence
    self.includesLowerBound = includesLowerBound
    self.grades = grades
    self.elements = elements
  }

  /// The values that it grades, in hundredths: from the lower bound of its last class to 100, where
  /// every scale ends.
  public var range: ClosedRange<Int> {
    let highest = 100_00
    return min(grades.last?.from ?? 0, highest)...highest
  }

  /// The class of a value.
  ///
  /// - Parameter hundredths: The value, rounded to hundredths before it is asked for, since the
  ///   regulations leave gaps between the classes (76,60 and 76,61).
  /// - Returns: `nil` for a scale without classes.
  public func grade(of hundredths: Int) -> Grade? {
    grades.first { reaches(hundredths, $0) } ?? grades.last
  }

  /// Whether a value is in the class with some letters or in a better one; `nil` where there is no
  /// such class.
  public func reaches(_ letters: String, _ hundredths: Int) -> Bool? {
    guard let wanted = grades.first(where: { $0.letters == letters }) else { return nil }
    return wanted == grades.last || reaches(hundredths, wanted)
  }

  private func reaches(_ hundredths: Int, _ grade: Grade) -> Bool {
    includesLowerBound ? hundredths >= grade.from : hundredths > grade.from
  }
}
