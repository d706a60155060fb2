package import ComplianceModel

/// A titled part of a text for people, a line a fact.
package struct TextPart: Sendable {
  /// A line, with how it is set off.
  package struct Line: Sendable {
    /// The words.
    package let text: String
    /// How they are set off.
    package let style: Style
    /// Whether it belongs to the line above.
    package let isInner: Bool
    /// What would settle it; each front says in its own way how that is done.
    package let action: SettlingAction?
    /// The words between the line and how it is settled: `; catat dengan`.
    package let cue: String
  }

  /// The title.
  package let title: String
  /// How the title is set off.
  package let style: Style
  /// The lines.
  package private(set) var lines: [Line] = []

  /// A part without lines.
  init(_ title: String, _ style: Style = .strong) {
    self.title = title
    self.style = style
  }

  /// Adds a line.
  mutating func add(
    _ text: String, _ style: Style = .plain, inner isInner: Bool = false,
    settledBy action: SettlingAction? = nil, cue: String = "; catat dengan"
  ) {
    lines.append(
      Line(text: text, style: style, isInner: isInner, action: action, cue: cue))
  }
}

/// What somebody records so that something said of an obligation is settled.
package enum SettlingAction: Sendable {
  /// The day of an event: its code, and the desa that it is about where it is about one.
  case event(String, of: RegionCode?)
  /// The acceptance of what was submitted.
  case acceptance
}
