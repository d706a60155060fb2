internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// What a form records.
enum Recording: Sendable {
  /// A report or document was submitted.
  case submission(Subject)
  /// It was returned, accepted or exempted, or has a new due date.
  case decision(LedgerEvent.Kind, Subject)
  /// A row about it is void.
  case void(LedgerEvent.RowID, Subject)
  /// Several documents came in together.
  case several([SubmitSeveral.Item])
  /// An indicator was measured.
  case measurement(Measured)
  /// A survey of public satisfaction was made, in a kecamatan; with letters for answers.
  case survey(RegionCode, letters: Bool)

  /// The indicator that a form is about.
  struct Measured: Sendable {
    let kecamatan: RegionCode
    /// Its code.
    let label: String
    let name: String
    /// How a value of it is written.
    let form: String
    /// Its parts with the most of each; `nil` where it has none.
    let components: String?
    /// What is aimed at this year; `nil` where nothing is.
    let target: String?
    /// The jabatan on whose card it is, and which answers for it.
    let owners: [String]
  }

  /// The obligation that a form is about.
  struct Subject: Sendable {
    let unit: RegionCode
    let report: String
    let period: Period
    /// Which day of it its rule speaks of.
    let meaning: DateMeaning
    /// What it is called: `LPPD 2025 · Kecamatan Hatungun`.
    let name: String
  }

  /// The last part of the address of an obligation's form.
  enum Act: String, CaseIterable, Sendable {
    case submit = "catat"
    case returned = "kembalikan"
    case accept = "terima"
    case exempt = "bebaskan"
    case extend = "perpanjang"
    case void = "batalkan"

    /// What a visitor must be allowed to do.
    var right: Visitor.Act { self == .submit ? .submit : .decide }

    /// What is recorded of the obligation; `nil` for what is about a row of it.
    var kind: LedgerEvent.Kind? {
      switch self {
      case .submit: .submitted
      case .returned: .returned
      case .accept: .accepted
      case .exempt: .exempted
      case .extend: .extended
      case .void: nil
      }
    }

    /// The acts that a visitor may do to an obligation; none on a page about another day.
    static func allowed(to visit: Visit, for selection: Selection) -> [Act] {
      guard visit.day == visit.today, visit.visitor.isAmong(EntryPage.readers) else { return [] }
      return allCases.filter { visit.visitor.may($0.right, selection) }
    }

    /// The name of the form and of what leads to it.
    var title: String {
      switch self {
      case .submit: "Catat penyampaian"
      case .returned: "Kembalikan untuk diperbaiki"
      case .accept: "Catat penerimaan"
      case .exempt: "Bebaskan"
      case .extend: "Perpanjang tenggat"
      case .void: "Batalkan baris"
      }
    }
  }

  /// Which form of an obligation it is; `nil` for several documents at once.
  var act: Act? {
    switch self {
    case .submission: .submit
    case .decision(let kind, _): Act.allCases.first { $0.kind == kind }
    case .void: .void
    case .several, .measurement, .survey: nil
    }
  }

  /// The obligation; `nil` for several documents at once, and for what is measured.
  var subject: Subject? {
    switch self {
    case .submission(let subject), .decision(_, let subject), .void(_, let subject): subject
    case .several, .measurement, .survey: nil
    }
  }

  /// The name of the form.
  var title: String {
    switch self {
    case .submission, .decision, .void: act?.title ?? ""
    case .several: "Catat dokumen yang dicentang"
    case .measurement(let measured): "Catat nilai \(measured.label)"
    case .survey: "Unggah survei kepuasan masyarakat"
    }
  }

  /// The fields of the form, in their order.
  var fields: [EntryField] {
    switch self {
    case .submission(let subject):
      Self.submissionFields(
        date: Words.meaning(subject.meaning).capitalizedFirst,
        evidence: "PDF, gambar, atau berkas lain; boleh beberapa, menjadi satu kumpulan bukti.")
    case .several:
      Self.submissionFields(
        date: "Tanggal dokumen",
        evidence:
          "Satu berkas yang memuat semuanya, dan dapat dibuka operator setiap desa itu; yang terpisah "
          + "catat satu per satu.")
    case .decision(.returned, _):
      [
        EntryField(field: .date, label: "Tanggal dikembalikan", isToday: true),
        EntryField(
          field: .note, label: "Yang harus diperbaiki", isRequired: true),
      ]
    case .decision(.accepted, _):
      [
        EntryField(field: .date, label: "Tanggal diterima", isToday: true),
        EntryField(field: .note, label: "Catatan"),
      ]
    case .decision(.extended, _):
      [
        EntryField(field: .newDue, label: "Tenggat baru", isRequired: true),
        EntryField(field: .received, label: "Tanggal surat", isToday: true),
        EntryField(
          field: .note, label: "Surat perpanjangan", hint: "Misalnya: Surat BPKAD 900/12.",
          isRequired: true),
        Self.reason,
      ]
    case .decision:
      [
        EntryField(field: .date, label: "Tanggal pembebasan", isToday: true),
        EntryField(
          field: .note, label: "Dasar pembebasan", hint: "Surat atau sebabnya.", isRequired: true),
        Self.reason,
      ]
    case .void:
      [EntryField(field: .reason, label: "Sebab pembatalan", isRequired: true)]
    case .measurement(let measured): Self.measurementFields(measured)
    case .survey:
      [
        EntryField(
          field: .evidence, label: "Tabel jawaban (CSV)",
          hint: "Satu baris satu responden; tidak memuat nama atau NIK.", takesSeveral: false),
        Self.period,
      ] + Self.measurementEnd(date: "Tanggal survei")
    }
  }

  private static func measurementFields(_ measured: Measured) -> [EntryField] {
    let parts = measured.components.map {
      EntryField(
        field: .components, label: "Nilai tiap komponen",
        hint: "Berurutan, dipisah koma, desimal dengan titik: \($0). Atau tulis nilainya saja.")
    }
    return [
      period,
      EntryField(
        field: .value, label: "Nilai", hint: measured.form.capitalizedFirst + ".",
        isRequired: parts == nil),
    ] + [parts].compactMap(\.self) + measurementEnd(date: "Tanggal diukur")
      + [
        EntryField(
          field: .evidence, label: "Berkas bukti", hint: "Satu berkas.", takesSeveral: false)
      ]
  }

  private static func measurementEnd(date: String) -> [EntryField] {
    [
      EntryField(field: .date, label: date, isToday: true),
      EntryField(field: .note, label: "Catatan"),
    ]
  }

  private static let period = EntryField(
    field: .measuredPeriod, label: "Periode",
    hint: "Yang diukur: 2026-TW1, 2026-S1, 2026-09, atau 2026.",
    isRequired: true)

  private static let reason = EntryField(
    field: .reason, label: "Alasan",
    hint: "Hanya bila ada yang janggal dan memang demikian.")

  private static func submissionFields(date: String, evidence: String) -> [EntryField] {
    [
      EntryField(field: .date, label: date, isToday: true),
      EntryField(
        field: .received, label: "Diterima kecamatan",
        hint: "Kosongkan bila pada hari yang sama."),
      EntryField(field: .note, label: "Catatan"),
      EntryField(
        field: .reason, label: "Alasan",
        hint: "Bila dicatat lebih dari 7 hari sesudahnya (susulan), atau ada yang janggal."),
      EntryField(field: .evidence, label: "Berkas bukti", hint: evidence),
    ]
  }

  /// The label of a field of the form; the word for it where the form has none.
  func label(of field: RequestField) -> String {
    fields.first { $0.field == field }?.label ?? field.formName.capitalizedFirst
  }
}

extension String {
  /// The text with a capital letter in front.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
