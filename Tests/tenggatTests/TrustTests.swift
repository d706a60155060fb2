import Foundation
import Glibc
import TestSupport
import Testing

/// A workspace of another user, found upward.
@Suite(.enabled(if: geteuid() == 0, "only root gives files away"))
struct `A workspace of another user` {
  /// An office that belongs to a user of this machine that nobody is, with a program that leaves a trace.
  private func stranger() async throws -> Office {
    let office = try await Office.founded()
    try office.write("#!/bin/sh\ntouch dijalankan\n", to: "kirim.sh")
    let text = try office.text(of: "kantor.yaml").replacing(
      "pejabat: []",
      with: """
        pejabat:
          - { jabatan: kasubbag-perencanaan-keuangan, nama: Nama Karangan, sejak: 2019-01-01, kontak: { uji: x } }
        pengingat:
          saluran:
            - { nama: uji, jenis: perintah, perintah: [./kirim.sh] }
        """)
    try office.write(text, to: "kantor.yaml")
    chmod("\(office.path)/kirim.sh", 0o755)
    chown("\(office.path)/kantor.yaml", 4321, 4321)
    return office
  }

  @Test func `runs none of its programs, and the error says what to type`() async throws {
    let office = try await stranger()
    let folder = office.path
    for words in ["ingatkan", "jadwal", "periksa", "ingatkan riwayat", "catat LPPD 2025"] {
      expectRefusal(
        try await office.run(words, on: "2026-02-26", environment: ["HOME": "/tak/ada"]), 78,
        "ruang kerja \(folder) milik pengguna lain (4321), dan kantor.yaml di sana dapat menjalankan "
          + "program atas nama Anda; bila Anda mempercayainya, sebut sendiri: --ruang \(folder), atau "
          + "seterusnya: tulis \(folder) sebagai satu baris dalam "
          + "/tak/ada/.config/tenggat/ruang-tepercaya")
    }
    #expect(!office.folder.holds("kantor/dijalankan"))
  }

  @Test func `is obeyed where it is named`() async throws {
    let office = try await stranger()
    let named = try await office.run(
      ["jadwal", "--ruang", office.path], on: "2026-02-26")
    #expect(named.exitCode == 0, "\(named.errorText)")
    let variable = try await office.run(
      "ingatkan", on: "2026-02-26", environment: ["TENGGAT_RUANG": office.path])
    #expect(variable.exitCode == 0, "\(variable.errorText)")
    #expect(office.folder.holds("kantor/dijalankan"))
  }

  @Test func `is obeyed where the user listed it, in a list that is the user's alone`() async throws
  {
    let office = try await stranger()
    let list = "tenggat/ruang-tepercaya"
    let settings = ["XDG_CONFIG_HOME": office.folder.path]
    try office.folder.write("# kantor lain\n/tak/ada\n\(office.path)\n", to: list)
    let path = office.folder.path(of: list)
    chmod(path, 0o600)
    #expect(try await office.run("jadwal", on: "2026-02-26", environment: settings).exitCode == 0)
    for (mode, owner) in [(0o620, 0), (0o602, 0), (0o600, 4321)] as [(mode_t, uid_t)] {
      chmod(path, mode)
      chown(path, owner, 0)
      expectRefusal(
        try await office.run("jadwal", on: "2026-02-26", environment: settings), 78,
        "\(path) dapat diubah pengguna lain, sehingga tidak dipakai; jadikan milik Anda")
    }
    chown(path, 0, 0)
    try office.folder.write("\(office.path)/lain\n", to: list)
    chmod(path, 0o600)
    expectRefusal(
      try await office.run("jadwal", on: "2026-02-26", environment: settings), 78,
      "milik pengguna lain")
  }

  @Test func `is obeyed by root that the user became through sudo`() async throws {
    let office = try await stranger()
    for (user, code) in [("4321", 0), ("4322", 78), ("x", 78)] {
      let run = try await office.run(
        "jadwal", on: "2026-02-26", environment: ["SUDO_UID": user])
      #expect(run.exitCode == code, "\(run.errorText)")
    }
  }

  @Test func `is not obeyed where everybody may write to it, and says how to mend that`()
    async throws
  {
    let office = try await Office.founded()
    chmod("\(office.path)/kantor.yaml", 0o666)
    expectRefusal(
      try await office.run("jadwal", on: "2026-02-26"), 78,
      "dapat diubah siapa saja, dan kantor.yaml di sana dapat menjalankan program atas nama Anda; bila "
        + "Anda mempercayainya, sebut sendiri: --ruang \(office.path); atau cabut hak tulisnya: chmod "
        + "o-w \(office.path) \(office.path)/kantor.yaml")
    chmod("\(office.path)/kantor.yaml", 0o664)
    #expect(try await office.run("jadwal", on: "2026-02-26").exitCode == 0)
  }
}
