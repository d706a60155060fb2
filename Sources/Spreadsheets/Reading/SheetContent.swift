/// What stands in the sheets of a workbook that somebody made, as text.
public struct SheetContent: Hashable, Sendable {
  /// One sheet.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// Comma-separated values (RFC 4180, UTF-8, LF): row 12 is line 12, column D is the fourth field; a row
    /// ends with its last cell that has content.
    ///
    /// A line break in a cell is the byte ``lineBreak``, so that a row stays one line.
    public var text: [UInt8]

    /// Creates a sheet.
    public init(name: String, text: [UInt8]) {
      self.name = name
      self.text = text
    }

    /// What stands for a line break within a cell: the vertical tab, which no cell holds otherwise.
    public static let lineBreak: UInt8 = 0x0B
  }

  /// The sheets in the order of their tabs, hidden ones too.
  public var sheets: [Sheet]
  /// Whether day numbers count from 1904 on, as Excel for the Macintosh did, and not from 1900 on.
  public var countsFrom1904: Bool

  /// Creates the content of a workbook.
  public init(sheets: [Sheet], countsFrom1904: Bool) {
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
  }

  // MARK: - Cells without a value

  /// What stands in a cell whose formula was never computed: a program wrote it and kept no value.
  public static let uncomputed = "#BELUM-DIHITUNG!"

  /// What spreadsheets show where a formula has no value.
  ///
  /// Source: ECMA-376 part 1, 18.17.3, and the values that Excel has added since.
  private static let errors: Set = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!",
    "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", uncomputed,
  ]

  /// Whether a text is what stands in place of a value that a formula does not have.
  public static func isError(_ text: String) -> Bool { errors.contains(text) }

  // MARK: - Columns

  /// The letters of a column: `A`, `Z`, `AA`.
  ///
  /// - Parameter column: Its number, from 1.
  /// - Returns: The letters.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
