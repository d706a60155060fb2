/// A workbook as values: what stands in which cell, and how it looks.
///
/// Nothing in it can be a formula or a link: a text is a text, whatever it begins with.
public struct Workbook: Hashable, Sendable {
  /// The title, which the file tells of itself.
  public var title: String
  /// When it is made, in seconds since 1970-01-01T00:00:00Z, which the file tells of itself.
  public var created: Int
  /// The sheets, at least one; their names differ.
  public var sheets: [Sheet]

  /// What the file of a workbook ends with; a program that saves it again leaves it out.
  public static let mark = "Dibuat oleh Tenggat"

  /// Creates a workbook.
  public init(title: String, created: Int, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }
}
