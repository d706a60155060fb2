internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

/// What somebody filled in: what it is about, and the texts as they were typed.
struct Entry: Sendable {
  /// What it is about.
  let recording: Recording
  /// The texts of the fields that have one, as they were typed.
  let texts: [RequestField: String]

  /// The longest text of one field in bytes: what is longer belongs into a file.
  static let longestText = 2_000

  /// Something that is wrong with what was filled in.
  struct Fault: Hashable, Sendable {
    /// The field that it is about; `nil` where it is about none of the form's.
    let field: RequestField?
    /// What is wrong, and how to mend it.
    let text: String
  }

  /// The texts as values.
  struct Values: Sendable {
    var date: CivilDate?
    var received: CivilDate?
    var newDue: CivilDate?
    var note: String?
    var reason: String?
    var period: Period?
    var value: String?
    var components: String?
  }

  /// Nothing is filled in but what most often is.
  init(_ recording: Recording, today: CivilDate) {
    self.recording = recording
    let dated = recording.fields.filter(\.isToday).map { ($0.field, today.description) }
    texts = Dictionary(dated) { first, _ in first }
  }

  /// What was sent.
  init(_ recording: Recording, _ fields: FormFields) {
    self.recording = recording
    let sent = recording.fields.compactMap { field in
      fields[field.name].map { (field.field, $0) }
    }
    texts = Dictionary(sent) { first, _ in first }
  }

  /// Reads the texts.
  ///
  /// - Returns: Their values, and everything that is wrong with them.
  func read() -> (values: Values, faults: [Fault]) {
    var values = Values()
    var faults: [Fault] = []
    for field in recording.fields {
      guard let text = texts[field.field] else {
        if field.isRequired {
          faults.append(
            Fault(
              field: field.field, text: "\(field.label) belum diisi; isi dahulu, lalu periksa lagi")
          )
        }
        continue
      }
      do throws(Fault) {
        switch field.field {
        case .date: values.date = try Self.day(text, field)
        case .received: values.received = try Self.day(text, field)
        case .newDue: values.newDue = try Self.day(text, field)
        case .note: values.note = try Self.line(text, field)
        case .reason: values.reason = try Self.line(text, field)
        case .measuredPeriod: values.period = try Self.period(text, field)
        case .value: values.value = try Self.line(text, field)
        case .components: values.components = try Self.line(text, field)
        case .report, .period, .quarter, .year, .unit, .exceptions, .letter, .letterNumber,
          .firstNumber, .recorder, .evidence, .signed, .asOf, .indicator, .role:
          break
        }
      } catch {
        faults.append(error)
      }
    }
    return (values, faults)
  }

  /// Reads the texts as somebody may state them.
  ///
  /// Who hands in for a desa does so today, and does not say of themselves that they were on time on another
  /// day. The day on which a regulation was set is its own, and
  /// proved by the document; its receipt is today.
  ///
  /// - Parameters:
  ///   - visitor: Who sent them.
  ///   - today: Today.
  /// - Returns: Their values, and everything that is wrong with them.
  func read(
    handedInBy visitor: Visitor, on today: CivilDate
  ) -> (values: Values, faults: [Fault]) {
    var (values, faults) = read()
    guard visitor.villages != nil else { return (values, faults) }
    let isEnactment = recording.subject?.meaning == .enactment
    if isEnactment, values.received == nil { values.received = today }
    for (field, day) in [
      (RequestField.date, isEnactment ? nil : values.date), (.received, values.received),
    ] where day != nil && day != today {
      faults.append(
        Fault(
          field: field,
          text: "\(recording.label(of: field)) harus hari ini; penyampaian hari lain dicatat "
            + "kecamatan"))
    }
    return (values, faults)
  }

  /// A day.
  static func day(_ text: String, _ field: EntryField) throws(Fault) -> CivilDate {
    guard let day = CivilDate(written: text) else {
      throw Fault(
        field: field.field,
        text: "\(field.label) '\(text)' bukan tanggal; \(dateRemedy(for: text))")
    }
    return day
  }

  private static func period(_ text: String, _ field: EntryField) throws(Fault) -> Period {
    guard let period = Period(written: text) else {
      throw Fault(
        field: field.field,
        text: "\(field.label) '\(text)' bukan periode; tulis misalnya 2026-TW1 atau 2026")
    }
    return period
  }

  /// A text that the ledger takes: one line, since a line break from a browser is meant as a blank.
  static func line(_ text: String, _ field: EntryField) throws(Fault) -> String {
    let line = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw Fault(
        field: field.field,
        text: "\(field.label) memuat karakter yang tidak tampak; ketik ulang tanpa menempel")
    }
    guard line.utf8.count <= longestText else {
      throw Fault(
        field: field.field,
        text:
          "\(field.label) terlalu panjang; ringkas menjadi paling banyak \(longestText.indonesian) huruf, "
          + "yang panjang lampirkan sebagai berkas")
    }
    return line
  }
}

extension Entry.Fault: Error {}
