/// The most that is read of a workbook.
///
/// Every limit is far above what an office has in a table, and low enough that a hostile file is refused
/// within a second and a few dozen megabytes.
enum ReadingLimits {
  /// The bytes of the packed file: a table of a hundred thousand rows has some five million.
  static let file = 32 << 20
  /// The entries of the archive: a workbook with a picture in each row has some thousands.
  static let entries = 10_000
  /// The bytes of the name of an entry.
  static let entryName = 1_024
  /// The bytes of all parts that are read, unpacked: a table of two hundred thousand rows.
  static let unpacked = 128 << 20
  /// Parts that grow by more than this factor are a bomb; tables grow tenfold to thirtyfold.
  static let growth = 100
  /// Unpacked bytes below which no growth is looked at.
  static let unsuspected = 8 << 20
  /// The bytes of all texts that cells share.
  static let sharedText = 48 << 20
  /// The bytes of the text that all sheets give.
  static let text = 96 << 20
  /// The sheets of a workbook.
  static let sheets = 256
  /// The last row and the last column (`XFD`) that a sheet has.
  ///
  /// Source: ECMA-376 as Excel keeps to it, "Excel specifications and limits".
  static let rows = 1 << 20
  static let columns = 1 << 14
  /// The merged areas of a sheet.
  static let merges = 1 << 18
  /// The styles of cells: 64,000 as Excel keeps to it, with room.
  static let styles = 1 << 17
  /// The attributes of an element: the format knows a few dozen, and libxml2 compares each with each.
  static let attributes = 200
  /// The bytes of one tag.
  static let tag = 1 << 16
  /// The characters of one cell in UTF-8: Excel keeps 32,767 units of UTF-16.
  static let cell = 1 << 18
}
