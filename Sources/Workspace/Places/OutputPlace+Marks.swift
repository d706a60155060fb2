internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles

extension OutputPlace {
  /// What the head of every page says of itself; a browser that saves an edited page keeps it.
  public static let pageMark = #"name="generator" content="Tenggat""#
  /// What pages said before they had that mark.
  private static let formerPageMark =
    #"content="default-src 'none'; style-src 'unsafe-inline'"#
  /// The namespace of the exchange format.
  fileprivate static let exportMark = "urn:tenggat:kepatuhan:"
  /// The namespace of the sums of many such documents.
  fileprivate static let recapMark = "urn:tenggat:rekap:"
  /// What a calendar says of itself: who made it.
  public static let calendarMark = "-//Tenggat//Kalender tenggat 1//ID"
  /// How a register to fill in begins.
  private static let registerMark = "# Register indikator kinerja utama (IKU) untuk diisi."
  /// How a message begins.
  static let messageMark = "Kepada: "

  /// How an archive begins whose files have names (PKWARE's APPNOTE.TXT, 4.3.7).
  fileprivate static let archive = Array("PK\u{3}\u{4}".utf8)

  /// Whether the last bytes of a file are a text.
  fileprivate static func ends(
    _ file: OpenedFile, with text: String
  ) throws(FileFailure) -> Bool {
    let mark = Array(text.utf8)
    var end: [UInt8] = []
    try file.readThrough { bytes in end = Array((end + bytes.suffix(mark.count)).suffix(mark.count))
    }
    return end == mark
  }

  /// The bytes from the first one in which a file says what it is.
  fileprivate static let headLength = 4096
}

extension OutputPlace.Purpose {
  /// Whether this program made a file for the purpose, by what the file says of itself.
  func made(_ file: OpenedFile) throws(FileFailure) -> Bool {
    let bytes = try file.head(OutputPlace.headLength)
    let head = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .export: return head.hasPrefix("<?xml") && head.contains(OutputPlace.exportMark)
    case .layout(let opening):
      return !opening.isEmpty && bytes.filter { $0 != 0 }.starts(with: opening)
    case .recap: return head.hasPrefix("<?xml") && head.contains(OutputPlace.recapMark)
    case .table(let opening):
      return [",", ";", "\t"].contains { separator in
        let names = opening.joined(separator: separator)
        return head.hasPrefix(names) || head.hasPrefix("\u{FEFF}\(names)")
      }
    case .calendar:
      return head.hasPrefix("BEGIN:VCALENDAR\r\n") && head.contains(OutputPlace.calendarMark)
    case .workbook(let ending):
      guard bytes.starts(with: OutputPlace.archive) else { return false }
      return try OutputPlace.ends(file, with: ending)
    case .page:
      return head.lowercased().hasPrefix("<!doctype html")
        && (head.contains(OutputPlace.pageMark) || head.contains(OutputPlace.formerPageMark))
    case .register: return head.hasPrefix(OutputPlace.registerMark)
    case .heartbeat:
      return head.hasSuffix("\n") && ClockReading(String(head.dropLast())) != nil
    case .message: return head.hasPrefix(OutputPlace.messageMark)
    case .accessLog:
      // Each line begins with the moment of an answer.
      return head.isEmpty || ClockReading(String(head.prefix { $0 != " " })) != nil
    }
  }
}
