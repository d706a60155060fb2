internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Writes a register of indicators to fill in.
struct IkuContoh: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "contoh", abstract: "Register IKU untuk diisi, bagi kantor yang belum punya.",
    discussion: """
      Menulis enam kartu jabatan dengan dua puluh indikator yang lazim, rumusnya, dan penjelasan setiap \
      kunci ke kalender/iku/ ruang kerja. Target diisi kantor. kantor.yaml tidak diubah: perintah ini \
      menyebut baris mana yang menghidupkan registernya.
      """,
    aliases: ["sample"])

  static let examples = [
    "iku contoh",
    "iku contoh --keluaran kalender/iku/kantor-2026.yaml",
  ]

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("Kecamatan, bila ruang kerja memantau beberapa.", valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan, bernama sama dengan registernya; '-' ke keluaran standar; bawaan: "
        + "kalender/iku/iku-KECAMATAN.yaml.", valueName: "berkas"))
  var keluaran: String?
  @Flag(help: "Timpa berkas tujuan yang sudah ada.")
  var timpa = false

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let workspace = session.workspace
    let sample = try RegisterSample(
      for: try kecamatan(session), named: try name(), on: session.today, data: workspace.data)
    guard keluaran != "-" else { return session.console.raw(sample.text) }
    let own = try workspace.placeOfRegister(sample.name)
    let path = keluaran.map { FilePath($0) } ?? workspace.folder.pushing(FilePath(own))
    let place = try OutputPlace(
      path, for: .register, in: workspace.folder, overwriting: true)
    if !timpa, place.isTaken {
      throw CommandFailure(
        .cannotCreate, "\(path) sudah ada, tidak ada yang ditimpa",
        fix: "pakai berkas itu, simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
    }
    try place.write(Array(sample.text.utf8))
    session.console.line(
      "\(path): register IKU untuk \(sample.kecamatan.displayName(of: sample.kecamatan.code)), "
        + "\(sample.cardCount) kartu, \(sample.indicatorCount) indikator")
    if keluaran != nil, !isPlace(path, own, session) {
      session.console.line("Simpan sebagai \(own) di ruang kerja agar terbaca.")
    }
    session.console.line(activation(of: sample.name, workspace))
    session.console.line("Isi sumber dan targetnya dalam berkas itu, lalu: tenggat periksa iku")
  }

  private func kecamatan(_ session: Session) throws -> Kecamatan {
    guard let unit else { return try session.workspace.onlyKecamatan() }
    let offices = try session.offices(of: unit, having: "register")
    return try offices.first ?? session.workspace.onlyKecamatan()
  }

  /// The name of the register that a file of the user's own choice has; `nil` for the usual one.
  private func name() throws -> String? {
    guard let keluaran, keluaran != "-" else { return nil }
    let file = FilePath(keluaran).lastComponent
    guard let file, let stem = Optional(file.stem), ["yaml", "yml"].contains(file.extension),
      RegisterSample.isName(stem)
    else {
      throw CommandFailure.usage(
        "'\(keluaran)' tidak dapat menjadi berkas register",
        fix: "pakai huruf, angka, dan tanda hubung, misalnya kalender/iku/kantor-2026.yaml")
    }
    return stem
  }

  /// Whether a file is the one that the workspace reads.
  private func isPlace(_ path: FilePath, _ own: String, _ session: Session) -> Bool {
    let read = session.workspace.folder.pushing(FilePath(own))
    guard let first = try? FileSystem.live.state(of: path, followingLink: true),
      let second = try? FileSystem.live.state(of: read, followingLink: true)
    else { return false }
    return first.isSameFile(as: second)
  }

  /// Which line of the office's file makes the register count.
  private func activation(of name: String, _ workspace: Workspace) -> String {
    let used = workspace.office.registers
    guard !used.contains(name) else {
      return "\(Workspace.officeFile) sudah memakai register ini."
    }
    let line = workspace.registerListPlace.map { ":\($0.line)" } ?? ""
    let list = "iku: [\((used + [name]).joined(separator: ", "))]"
    return workspace.registerListPlace == nil
      ? "Hidupkan dengan menambahkan baris '\(list)' dalam \(Workspace.officeFile)."
      : "Hidupkan dengan mengganti baris \(Workspace.officeFile)\(line) menjadi '\(list)'."
  }
}
