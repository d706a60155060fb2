/// The most that is read of a file and of what is in it.
///
/// Every limit is far above what an office has, and low enough that whoever can put a file here cannot make
/// a command run for hours or fill the memory. A file is measured before it is read.
public enum Limits {
  // MARK: - Bytes of a file

  /// A file of settings (YAML): the largest that ships has 40,000 bytes.
  public static let settings = 1 << 20
  /// A table of regions: the whole country has 84,000 desa of some 60 bytes.
  public static let regions = 32 << 20
  /// A ledger or an outbox of one year: a million rows have some 200,000,000 bytes.
  public static let book = 1 << 29
  /// A table to import, which is read piece by piece: twice the largest ledger.
  public static let table = 1 << 30
  /// A workbook to import, which is packed: a table of a hundred thousand rows has some five million bytes.
  public static let workbook = 32 << 20
  /// The answers to a survey, some 40 bytes a person.
  public static let survey = 16 << 20
  /// An XML document of one kecamatan and year: a kecamatan of 100 desa has 400,000 bytes.
  public static let document = 4 << 20
  /// An XML export that is added up, which is read piece by piece and never kept: eight times 500,000,000 bytes.
  public static let export = 1 << 32
  /// A list of the files that prove one row, 80 bytes a file.
  public static let list = 1 << 20
  /// A secret or a note, which is a line.
  public static let line = 1 << 16

  // MARK: - What is in a file

  /// The findings that are told of one file, one by one; the rest are counted.
  public static let findings = 200
  /// The items of a list of settings: each is looked for among the others.
  public static let items = 5_000
  /// The findings that are told of a table to import: those of one cause are told as one, with their lines.
  public static let tableFindings = 1_000
  /// The bytes of a row of a table; a longer one is most likely a quote that never closes.
  public static let row = 1 << 20
  /// The attributes of an XML element: the schema knows 12, and libxml2 compares each with each.
  public static let attributes = 1_000
  /// The bytes of one start tag of an XML document.
  public static let tag = 1 << 16
  /// The bytes of an XML document between two tags: the longest name of an office has some hundred.
  public static let text = 1 << 20
  /// The elements that an element of an XML document lies in: the schema has 4.
  public static let depth = 100
  /// The elements of one list of an XML document that must differ: a kecamatan has at most 2,000 desa, and each
  /// costs some 16 bytes of memory.
  public static let keys = 1_000_000
  /// The bytes of the codes of all reports and indicators that an XML export names: an office has some 200.
  public static let codes = 1 << 20
}
