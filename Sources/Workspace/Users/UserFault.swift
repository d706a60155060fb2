public import ComplianceModel

/// What is wrong with what is written of a user, as data.
public enum UserFault: Error, Hashable, Sendable {
  /// The account is no account.
  case account(String)
  /// The name cannot stand in a ledger.
  case name(String)
  /// The role is none.
  case role(String)
  /// A kasi has no jabatan.
  case noJabatan
  /// A jabatan is written for a role that has none.
  case idleJabatan(String)
  /// The jabatan is none that is known here.
  case jabatan(String, known: [String])
  /// The desa are not written as codes of desa.
  case villages(String)
  /// The operator of a desa has none.
  case noVillage
  /// A desa is written for a role that has none.
  case idleVillages(String)
  /// The account is taken.
  case taken(String)
  /// No user has the account.
  case unknown(String, known: [String])
  /// The password is not taken.
  case password(PasswordRule.Fault)

  /// What is wrong.
  public var sentence: String {
    switch self {
    case .account(let text): "akun '\(text)' tidak dapat dipakai"
    case .name(let text): "nama '\(text)' tidak dapat dipakai untuk petugas"
    case .role(let text): "peran '\(text)' tidak dikenal"
    case .noJabatan: "peran kasi tanpa jabatan"
    case .idleJabatan(let text): "jabatan '\(text)' hanya untuk peran kasi"
    case .jabatan(let text, _): "jabatan '\(text)' tidak dikenal"
    case .villages(let text): "'\(text)' bukan kode desa"
    case .noVillage: "peran operator-desa tanpa desa"
    case .idleVillages(let text): "desa '\(text)' hanya untuk peran operator-desa"
    case .taken(let text): "akun '\(text)' sudah ada"
    case .unknown(let text, _): "akun '\(text)' tidak ada"
    case .password(let fault): fault.sentence
    }
  }

  /// How to mend it.
  public var remedy: Remedy {
    switch self {
    case .account:
      "tulis 2 sampai 32 huruf kecil, angka, titik, atau tanda hubung, misalnya siti atau desa-tarungin"
    case .name: "tulis nama orang atau seksi dalam satu baris, paling panjang 100 huruf"
    case .role(let text):
      WorkspaceSentence.mend(
        text, known: UserRole.allCases.map(\.rawValue),
        or: Remedy("yang ada: \(UserRole.allCases.map(\.rawValue).joined(separator: ", "))"))
    case .noJabatan: "sebut jabatannya, misalnya kasi-pemerintahan"
    case .idleJabatan: "hapus jabatannya, atau pakai peran kasi"
    case .jabatan(let text, let known):
      Remedy(WorkspaceSentence.mendRole(for: text, known: known))
    case .villages: "tulis kode desa, misalnya 63.05.12.2001; beberapa dipisah spasi"
    case .noVillage: "sebut desanya"
    case .idleVillages: "hapus desanya, atau pakai peran operator-desa"
    case .taken: "pakai akun lain, atau ganti sandinya"
    case .unknown(let text, let known):
      WorkspaceSentence.mend(
        text, known: known,
        or: known.isEmpty
          ? "belum ada pengguna" : Remedy("yang ada: \(known.joined(separator: ", "))"))
    case .password(let fault): Remedy(fault.remedy)
    }
  }
}
