/// One cell of a sheet.
public struct SheetCell: Hashable, Sendable {
  /// What stands in it.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// A number as two integers; the second is not 0.
    case quotient(Int, Int)
    /// A day, in days since 1970-01-01.
    case day(Int)
    /// A moment on a clock without a zone, in seconds since 1970-01-01T00:00.
    case instant(Int)
  }

  /// The most UTF-16 units that a text may have.
  public static let longestText = 32_767

  /// What stands in it.
  public var value: Value
  /// How it looks.
  public var style: CellStyle
  /// How many columns it takes, itself included.
  public var span: Int

  /// Creates a cell.
  public init(_ value: Value, _ style: CellStyle = CellStyle(), span: Int = 1) {
    self.value = value
    self.style = style
    self.span = span
  }
}
