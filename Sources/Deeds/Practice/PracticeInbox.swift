internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Files that lie in the drop folder of a made-up office: some whose names tell what they are, and one that was put
/// aside.
struct PracticeInbox {
  private let files: [(path: String, bytes: [UInt8])]

  /// Makes the files up.
  init(_ waiting: [PracticeYear.Owed], _ kecamatan: Kecamatan) {
    func paper(_ name: String, _ lines: [String]) -> [UInt8] {
      PracticePaper(name: name, lines: lines).bytes
    }
    var files = waiting.prefix(3).map { item in
      let name = "\(item.code) \(item.period).pdf"
      let village = kecamatan.villages.first { $0.code == item.id.unit }
      let place = village.map { "kotak-masuk/\($0.name)/\(name)" } ?? "kotak-masuk/\(name)"
      return (path: place, bytes: paper(name, [item.report.name, "Unit \(item.unit)"]))
    }
    files.append(
      ("kotak-masuk/foto rapat koordinasi.pdf", paper("foto", ["Foto rapat koordinasi"])))
    let strange = "kotak-masuk/karantina/undangan sosialisasi.pdf"
    files.append((strange, paper("undangan", ["Undangan sosialisasi"])))
    files.append(
      (
        "\(strange).sebab.txt",
        Array(
          """
          undangan sosialisasi.pdf tidak dicatat: laporan tidak dikenali dari namanya (latihan).
          Beri nama seperti 'Contoh Hulu LPPDesa 2025.pdf' dan letakkan lagi di kotak-masuk, atau \
          sebutkan isinya di halaman Masuk.

          """.utf8)
      ))
    self.files = files
  }

  /// Writes the files.
  ///
  /// - Parameter folder: The workspace.
  /// - Returns: How many documents wait or were put aside.
  /// - Throws: `FileFailure`.
  func write(in folder: FilePath) throws(FileFailure) -> Int {
    for (path, bytes) in files {
      let path = folder.pushing(FilePath(path))
      try FileSystem.live.createFolder(path.removingLastComponent())
      try FileSystem.live.replaceAtomically(path, with: bytes)
    }
    return files.count - 1
  }
}
