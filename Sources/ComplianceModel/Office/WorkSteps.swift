/// The steps in which an office prepares a report, counted back from the day on which it is due.
///
/// They are a habit of offices and no rule: no status and no rate looks at them.
public struct WorkSteps: Hashable, Sendable {
  /// A step.
  public struct Step: Hashable, Sendable {
    /// What is done, as people read it: `konsep`.
    public let name: String
    /// Working days before the last working day on which the report can be handed in.
    public let workingDays: Int

    /// Creates a step.
    public init(name: String, workingDays: Int) {
      self.name = name
      self.workingDays = workingDays
    }
  }

  /// The steps in the order in which they are done.
  public let steps: [Step]
  /// Where they are from; `nil` for those that the office wrote itself.
  public let source: LegalSource?

  /// Creates a list of steps.
  public init(_ steps: [Step], source: LegalSource? = nil) {
    self.steps = steps
    self.source = source
  }
}
