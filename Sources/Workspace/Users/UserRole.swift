/// What a user of the pages is to the office, which says what they may see and write.
public enum UserRole: String, CaseIterable, Sendable {
  /// The camat: sees all, and writes nothing but a frozen quarter, with the day of its signature.
  case head = "camat"
  /// The sekretaris kecamatan: sees and writes all.
  case secretary = "sekcam"
  /// The kepala subbagian: sees and writes all.
  case planner = "kasubbag"
  /// A kepala seksi: sees all, and writes what their jabatan answers for.
  case section = "kasi"
  /// Who hands in the documents of a desa: sees and hands in those alone.
  case villageOperator = "operator-desa"
  /// Sees all, and writes nothing.
  case reader = "pembaca"
  /// Sees and writes all, and has the settings.
  case manager = "pengelola"
}
