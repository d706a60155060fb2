internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// What somebody says that a file is, as it was typed.
struct ToldEntry: Sendable {
  /// The texts by field.
  let texts: [RequestField: String]

  /// Everything that is wrong with it.
  struct Refused: Error {
    let faults: [Entry.Fault]
  }

  /// The reason for a late entry, or for what is odd.
  static let reason = EntryField(
    field: .reason, label: "Alasan",
    hint: "Bila dicatat lebih dari 7 hari sesudahnya (susulan), atau ada yang janggal.")

  /// The fields, in their order.
  static let fields = [
    EntryField(field: .unit, label: "Unit", isRequired: true),
    EntryField(field: .report, label: "Laporan atau dokumen", isRequired: true),
    EntryField(
      field: .period, label: "Periode", hint: "Misalnya 2025, 2026-S1, 2026-TW1, atau 2026-03.",
      isRequired: true),
    EntryField(
      field: .date, label: "Tanggal dokumen",
      hint:
        "Tanggal penetapan untuk dokumen yang dinilai menurut penetapannya; kosong: hari diterima."
    ),
    EntryField(
      field: .received, label: "Diterima kecamatan", hint: "Kosong: hari berkasnya datang."),
    EntryField(field: .note, label: "Catatan"),
    reason,
  ]

  /// What was sent.
  init(_ fields: FormFields) {
    texts = Dictionary(
      ToldEntry.fields.compactMap { field in fields[field.name].map { (field.field, $0) } }
    ) { first, _ in first }
  }

  /// What is known of a file so far: what was said of it before, else what its name is read for.
  ///
  /// - Parameters:
  ///   - fate: What becomes of it.
  ///   - told: What was said of it before.
  ///   - reason: The reason that was given.
  init(_ fate: Intake.ChosenFate, _ told: Intake.Told?, _ reason: String?) {
    var texts: [RequestField: String] = [:]
    texts[.reason] = reason
    if let told {
      texts[.unit] = "\(told.unit)"
      texts[.report] = told.report
      texts[.period] = "\(told.period)"
      texts[.date] = told.date?.description
      texts[.received] = told.received?.description
      texts[.note] = told.note
    } else if case .file(let file) = fate {
      texts[.received] = file.received.description
      switch file.fate {
      case .recorded(_, let filing, _), .alreadyRecorded(_, let filing),
        .lateEntry(let filing, _):
        texts[.unit] = "\(filing.unit)"
        texts[.report] = filing.report
        texts[.period] = "\(filing.period)"
        texts[.date] = filing.date.description
      case .quarantined(.notUnderstood(_, let reading)), .quarantined(.recommendation(let reading)):
        texts[.unit] = "\(reading.unit)"
        texts[.report] = reading.report
        texts[.period] = reading.period?.description
        texts[.date] = reading.date?.description
      default: break
      }
    }
    self.texts = texts
  }

  /// The reason that was sent, as the ledger takes it; `nil` where none was.
  ///
  /// - Throws: A ``QueryFault`` for one that the ledger does not take.
  static func reason(in fields: FormFields) throws(QueryFault) -> String? {
    guard let text = fields[reason.name] else { return nil }
    do throws(Entry.Fault) {
      return try Entry.line(text, reason)
    } catch {
      throw QueryFault(what: error.text)
    }
  }

  /// Reads what was typed, and sees that the visitor may record it.
  ///
  /// - Parameter visit: The workspace, and who asks.
  /// - Returns: What is said of the file, with the reason; or everything that is wrong with it.
  func read(_ visit: Visit) -> Result<(told: Intake.Told, reason: String?), Refused> {
    var faults: [Entry.Fault] = []
    func value<Value>(
      _ field: RequestField, _ read: (String, EntryField) throws -> Value
    ) -> Value? {
      guard let shown = ToldEntry.fields.first(where: { $0.field == field }) else { return nil }
      guard let text = texts[field] else {
        if shown.isRequired {
          faults.append(
            Entry.Fault(
              field: field, text: "\(shown.label) belum diisi; isi dahulu, lalu periksa lagi"))
        }
        return nil
      }
      do {
        return try read(text, shown)
      } catch let fault as Entry.Fault {
        faults.append(fault)
      } catch {
        faults += ToldEntry.faults(of: error, at: field)
      }
      return nil
    }
    let unit = value(.unit) { text, _ in try visit.workspace.unit(text) }
    let period = value(.period) { text, field in
      guard let period = Period(written: text) else {
        throw Entry.Fault(
          field: field.field,
          text:
            "\(field.label) '\(text)' bukan periode; tulis misalnya 2025, 2026-TW1, atau 2026-S1")
      }
      return period
    }
    let report = value(.report) { text, _ in text }
    let date = value(.date, Entry.day)
    let received = value(.received, Entry.day)
    let note = value(.note, Entry.line)
    let reason = value(.reason, Entry.line)
    guard let unit, let report, let period, faults.isEmpty else {
      return .failure(Refused(faults: faults))
    }
    do {
      let selection = try visit.selection(report: report, unit: "\(unit)")
      _ = try selection.obligation(period, asOf: visit.today)
      guard visit.visitor.may(.submit, selection) else {
        return .failure(
          Refused(faults: [
            Entry.Fault(
              field: .report,
              text: "\(selection.code) \(selection.unitName) bukan laporan yang Anda catat; "
                + "biarkan bagi yang bertanggung jawab")
          ]))
      }
      let told = Intake.Told(
        unit: unit, report: selection.code, period: period, date: date, received: received,
        note: note)
      return .success((told, reason))
    } catch {
      return .failure(Refused(faults: ToldEntry.faults(of: error, at: .report)))
    }
  }

  /// What stands against what was typed, in words.
  private static func faults(of error: any Error, at field: RequestField) -> [Entry.Fault] {
    (Objection.all(in: error) ?? []).map {
      Entry.Fault(field: $0.field ?? field, text: "\($0.what.onInbox); \($0.remedy.onInbox)")
    }
  }
}
