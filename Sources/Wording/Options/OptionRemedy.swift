/// How a person mends what is wrong with options; the front says how each is spelled.
package enum OptionRemedy: Sendable {
  /// The command to run instead.
  case run(String)
  /// The command that shows first what would come of it.
  case lookFirst(String)
  /// Each of the two in a run of its own.
  case separately
  /// Both options.
  case both
  /// An option that is missing.
  case add(String)
  /// An option that is too many.
  case remove(String)
  /// An option that is missing, or else another one is too many.
  case addOrRemove(String, String)
  /// One of those that are missing, or else an option is too many.
  case addOneOrRemove(String)
  /// What is too many, or else an option is missing.
  case removeOrAdd(String)
  /// What is too many, or else another option is.
  case removeItOr(String)
  /// An option as it could be written, to be written so.
  case write(String)
  /// An option as it could be written.
  case example(String)
  /// The pattern of the numbers of letters, as it could be written.
  case pattern(String)
  /// The number of a letter, as it could be written.
  case letterNumber(String)
  /// The period of a survey, as it could be written.
  case surveyPeriod(String)
  /// The desa by one option, or all of them by others.
  case villages(by: String, orAll: String)
  /// The kecamatan by an option.
  case office(by: String)
  /// The officers in the file of the office.
  case officersInFile
  /// The workspace, or another folder by an option.
  case otherFolder(remove: String, by: String)
  /// A file or a folder for what is made, or no option.
  case target(orRemove: String)
  /// The period of a report, which has the year.
  case yearInPeriod
  /// What was sent already, by a command.
  case sentBefore(String)

  var words: String {
    switch self {
    case .run(let command): "jalankan: \(command)"
    case .lookFirst(let command): "lihat dahulu dengan: \(command)"
    case .separately: "jalankan keduanya sendiri-sendiri"
    case .both: "sebut keduanya"
    case .add(let option): "tambahkan \(option)"
    case .remove(let option): "hapus \(option)"
    case .addOrRemove(let option, let other): "tambahkan \(option), atau hapus \(other)"
    case .addOneOrRemove(let option): "tambahkan salah satunya, atau hapus \(option)"
    case .removeOrAdd(let option): "hapus, atau tambahkan \(option)"
    case .removeItOr(let option): "hapus, atau hapus \(option)"
    case .write(let text): "tulis misalnya \(text)"
    case .example(let text): "misalnya \(text)"
    case .pattern(let text): "tulis polanya, misalnya \(text)"
    case .letterNumber(let text): "sebut nomor suratnya, misalnya \(text)"
    case .surveyPeriod(let text): "sebut periode surveinya, misalnya \(text)"
    case .villages(let option, let all):
      "sebut desanya dengan \(option), atau semuanya dengan \(all)"
    case .office(let option): "sebut kecamatannya dengan \(option)"
    case .officersInFile: "tulis pejabat tiap kecamatan dalam kantor.yaml sesudahnya"
    case .otherFolder(let option, let folder):
      "hapus \(option), atau sebut folder lain dengan \(folder)"
    case .target(let option): "sebut berkas atau folder tujuannya, atau hapus \(option)"
    case .yearInPeriod: "tahun laporan ada dalam periodenya"
    case .sentBefore(let command): "yang sudah terkirim: \(command)"
    }
  }
}
