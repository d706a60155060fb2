internal import CalendarFiles

/// A single value of `kantor.yaml` that a person changes by itself.
public enum OfficeSetting: String, CaseIterable, Sendable {
  /// The zone of the office.
  case zone = "zona"
  /// The first day that is watched.
  case watchedSince = "dipantau_sejak"
  /// Which submission decides on-time.
  case deciding = "dihitung"
  /// Whether the documents that were accepted are counted too.
  case acceptanceRequired = "terima_wajib"
  /// Who records where the computer does not know.
  case recorder = "petugas"
  /// Days before the due date from which it is near.
  case leadDays = "pengingat.segera_hari"
  /// Whether letters of the camat in the drop folder are recorded.
  case recommendations = "kotak_masuk.rekomendasi"
  /// The government in the head of letters.
  case government = "kop.pemerintah"
  /// The office in the head of letters.
  case office = "kop.kantor"
  /// The address in the head of letters.
  case address = "kop.alamat"
  /// The telephone number in the head of letters.
  case telephone = "kop.telepon"
  /// The postcode in the head of letters.
  case postcode = "kop.kode_pos"
  /// The e-mail address in the head of letters.
  case email = "kop.surel"
  /// The place in front of the day of letters.
  case place = "kop.tempat"

  /// Where it is in the file.
  var path: [TextEdit.Step] { rawValue.split(separator: ".").map { .key(String($0)) } }

  /// What the file says of it; `nil` where it says nothing, and the default holds.
  func written(in settings: WrittenValue) -> String? {
    path.reduce(WrittenValue?.some(settings)) { value, step in
      guard case .key(let key) = step else { return nil }
      return value?[key]
    }?.text
  }
}
