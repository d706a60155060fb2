internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

/// A field of the form of the settings.
struct SettingField: Sendable {
  /// One of the values that it may have.
  struct Choice: Sendable {
    let value: String
    let label: String
    let isSelected: Bool
  }

  /// Its name in the form.
  let name: String
  let label: String
  /// What helps to fill it in; `nil` where the label is enough.
  let hint: String?
  /// What the file says, as it is sent back unseen: whether somebody changed it meanwhile is told by it.
  let seen: String
  /// The field of ``seen``.
  let seenName: String
  /// What is filled in.
  let value: String
  /// The values that it may have; none for a text.
  let choices: [Choice]
  /// Whether it is a text; a template sees only what is stored.
  let isText: Bool

  /// What stands in front of the name of the field that says what was seen.
  static let seenPrefix = "semula."

  /// A field of a single value.
  ///
  /// - Parameters:
  ///   - setting: The value.
  ///   - seen: What the file says; `nil` where it says nothing.
  ///   - value: What is filled in; what the file says where it is `nil`.
  init(_ setting: OfficeSetting, seen: String?, value: String? = nil) {
    name = setting.rawValue
    label = setting.label
    hint = setting.hint
    self.seen = seen ?? ""
    seenName = SettingField.seenPrefix + setting.rawValue
    let value = value ?? seen ?? ""
    self.value = value
    let words = setting.choices
    isText = words.isEmpty
    // A value that the file has and nobody offers is shown all the same.
    let known = words.map(\.value) + (setting.isRequired ? [] : [""])
    let others = known.contains(value) ? [] : [(value: value, label: value)]
    let none = setting.isRequired ? [] : [(value: "", label: "bawaan")]
    choices =
      words.isEmpty
      ? []
      : (none + words + others).map {
        Choice(value: $0.value, label: $0.label, isSelected: $0.value == value)
      }
  }
}

extension OfficeSetting {
  /// Whether a workspace cannot do without it.
  var isRequired: Bool { self == .zone }

  /// What stands above its field.
  fileprivate var label: String {
    switch self {
    case .zone: "Zona waktu kantor"
    case .watchedSince: "Dipantau sejak"
    case .deciding: "Penyampaian yang menentukan tepat waktu"
    case .acceptanceRequired: "Sebut juga yang sudah diterima"
    case .recorder: "Petugas bila komputer tidak tahu"
    case .leadDays: "Segera: hari sebelum tenggat"
    case .recommendations: "Catat RekADD dari kotak masuk"
    case .government: "Pemerintah"
    case .office: "Kantor"
    case .address: "Alamat"
    case .telephone: "Telepon"
    case .postcode: "Kode pos"
    case .email: "Surel"
    case .place: "Tempat surat"
    }
  }

  fileprivate var hint: String? {
    switch self {
    case .zone: "Hari ini dihitung menurut zona ini, di mana pun komputernya."
    case .watchedSince:
      "Tanggal, triwulan (2025-TW4), atau tahun; yang tenggatnya sebelum itu di luar semua daftar."
    case .deciding:
      "Bawaan: pertama. Laporan yang dikembalikan lalu masuk lagi tetap menurut yang pertama."
    case .acceptanceRequired: "Angka kepatuhan tetap menurut penyampaiannya."
    case .recorder: "Untuk cron; selain itu nama pengguna komputer."
    case .leadDays: "Bawaan: 14."
    case .recommendations: "RekADD yang sudah diterbitkan camat; permohonan desa tetap dikarantina."
    case .government, .office: "Kosong: menurut wilayah.csv."
    case .place: "Di depan tanggal surat."
    case .address, .telephone, .postcode, .email: nil
    }
  }

  /// The values that it may have; none for a text.
  fileprivate var choices: [(value: String, label: String)] {
    switch self {
    case .zone: IndonesianZone.allCases.map { ($0.rawValue, $0.rawValue) }
    case .deciding: DecidingSubmission.allCases.map { ($0.rawValue, $0.rawValue) }
    case .acceptanceRequired, .recommendations: [("ya", "ya"), ("tidak", "tidak")]
    case .watchedSince, .recorder, .leadDays, .government, .office, .address, .telephone,
      .postcode, .email, .place:
      []
    }
  }

  /// Those of the head of letters.
  var isOfLetterhead: Bool { rawValue.hasPrefix("kop.") }
}
