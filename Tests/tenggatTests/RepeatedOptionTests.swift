import Foundation
import TestSupport
import Testing

/// An option of one value that stands twice is told, whichever command has it and however it is written.
struct RepeatedOptionTests {
  /// What the parser says of the commands, to be walked: the program looks at its declarations instead.
  private struct Dump: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let aliases: [String]?
      let subcommands: [Command]?
      let defaultSubcommand: String?
      let arguments: [Argument]?

      var names: [String] { [commandName] + (aliases ?? []) }
    }

    struct Argument: Decodable {
      let kind: String
      let isRepeating: Bool
      let names: [Name]?
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }

  /// A way to call a command, with its options.
  private struct Call {
    let words: [String]
    let single: [String]
    let several: [String]
  }

  private static func calls(in folder: TemporaryFolder) async throws -> [Call] {
    let run = try await ProgramRun.tenggat(["--experimental-dump-help"], in: folder.path)
    let dump = try JSONDecoder().decode(Dump.self, from: Data(run.output))
    var calls: [Call] = []
    func walk(_ command: Dump.Command, _ words: [String]) {
      func options(_ command: Dump.Command, repeating: Bool) -> [String] {
        (command.arguments ?? []).filter { $0.kind == "option" && $0.isRepeating == repeating }
          .flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map { "--\($0.name)" }
      }
      let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
      let usual = subcommands.first { $0.commandName == command.defaultSubcommand }
      if !words.isEmpty, subcommands.isEmpty || usual != nil {
        let meant = usual ?? command
        calls.append(
          Call(
            words: words, single: options(meant, repeating: false),
            several: options(meant, repeating: true)))
      }
      for subcommand in subcommands {
        for name in subcommand.names { walk(subcommand, words + [name]) }
      }
    }
    walk(dump.command, [])
    return calls
  }

  @Test func `every option of one value of every command is refused twice`() async throws {
    let folder = try TemporaryFolder()
    let calls = try await RepeatedOptionTests.calls(in: folder)
    #expect(calls.count > 40)
    for call in calls {
      #expect(call.single.contains("--ruang") && call.single.contains("--hari-ini"), "\(call)")
      for option in call.single {
        let run = try await ProgramRun.tenggat(
          call.words + [option, "2026", "\(option)=2026-01-01"], in: folder.path)
        #expect(run.exitCode == 64, "\(call.words) \(option)")
        #expect(
          run.errorText.hasPrefix("tenggat: galat: pilihan \(option) disebut lebih dari sekali"),
          "\(call.words): \(run.errorText)")
      }
      for option in call.several {
        let run = try await ProgramRun.tenggat(
          call.words + ["\(option)=2026", option, "2026"], in: folder.path)
        #expect(!run.errorText.contains("lebih dari sekali"), "\(call.words) \(option)")
      }
    }
  }

  @Test(arguments: [
    "catat LKIP 2025 --tanggal 2026-02-19 --tanggal 2026-02-20",
    "catat LKIP --petugas=ani 2025 --petugas budi", "record LKIP 2025 --alasan a --alasan a",
    "catat --hari-ini 2026-02-20 LKIP 2025 --hari-ini=2026-02-20",
    "jadwal --untuk camat --dalam 3 --untuk sekcam", "upcoming --per=2026-02-01 --per=2026-02-02",
    "iku --ruang a ukur H03 --nilai 1/2 --periode 2026 --ruang b",
    "ingatkan --hari-ini 2026-02-20 tunda LKIP --sampai 2026-03-01 --sampai 2026-03-02",
    "perpanjang LKAT 2025 --sampai 2026-03-16 --catatan a --sampai 2026-03-17",
  ])
  func `nothing is recorded or shown of a command with an option twice`(
    _ words: String
  ) async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: "2026-02-20"), 64, "disebut lebih dari sekali")
    #expect(try office.records().isEmpty)
  }

  @Test func `a flag twice says the same, and a word behind two dashes is no option`() async throws
  {
    let office = try await Office.founded()
    #expect(try await office.run("jadwal --json --json", on: "2026-02-20").exitCode == 0)
    let run = try await office.run("catat LKIP 2025 --catatan a -- --catatan", on: "2026-02-20")
    #expect(run.exitCode == 64)
    #expect(!run.errorText.contains("lebih dari sekali"))
  }

  @Test(arguments: [
    "catat LKIP 2025 --tang 2026-02-20", "catat LKIP 2025 -t 2026-02-20", "jadwal --untu camat",
    "jadwal --json=ya", "catat LKIP 2025 -tanggal 2026-02-20", "record LKIP 2025 --date 2026-02-20",
  ])
  func `an option that is cut short or made up is no option`(_ words: String) async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: "2026-02-20"), 64, "tenggat: galat: ")
    #expect(try office.records().isEmpty)
  }

  @Test(arguments: [
    "jadwal LKIP", "catat LKIP 2025 lagi", "impor a.csv b.csv", "pindai a b",
    "kembalikan LKIP 2025 lagi --catatan x", "terima LKIP 2025 lagi",
    "bebaskan LKIP 2025 lagi --catatan x", "perpanjang LKIP 2025 lagi --sampai 2026-03-01",
    "batalkan 1 2 --alasan x", "kejadian rkpd-ditetapkan 2026 lagi --tanggal 2026-01-01",
    "desa 2026", "kepatuhan 2026", "iku ukur H03 0.5 --periode 2026 --nilai 1/2", "iku entah",
    "jelaskan LKIP 2025 lagi", "riwayat LKIP 2025 lagi", "bekukan 2026-TW1 2026-TW2",
    "beda 2026-TW1 2026-TW2", "ingatkan sekarang", "ingatkan tunda LKIP 2025 x --sampai 2026-03-01",
    "surat teguran Bagak Tarungin", "ekspor xml 2026", "periksa buku bukti",
  ])
  func `a word too many is refused`(_ words: String) async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: "2026-02-20"), 64, "tenggat: galat: ")
    #expect(try office.records().isEmpty)
  }
}
