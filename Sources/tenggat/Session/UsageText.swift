internal import Answers
internal import ArgumentParser
internal import ComplianceModel
internal import Exchange

/// Says in Indonesian what the argument parser says in English.
///
/// The parser offers its messages as text alone, so that the sentences are recognised by their fixed
/// parts; one that is not known becomes a general sentence.
enum UsageText {
  private static let headings: [(english: String, indonesian: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "PEMAKAIAN: "),
    ("Usage: ", "Pemakaian: "),
    ("ARGUMENTS:", "ARGUMEN:"),
    ("OPTIONS:", "PILIHAN:"),
    ("SUBCOMMANDS:", "PERINTAH:"),
    ("[<options>]", "[pilihan]"),
    ("<options>", "[pilihan]"),
    ("<subcommand>", "<perintah>"),
    ("Show help information.", "Tampilkan bantuan ini."),
    ("Show the version.", "Tampilkan versi."),
    ("(values:", "(pilihan:"),
    ("default:", "bawaan:"),
    // As wide as the English, so that the column beside it stays.
    ("(default)", "(bawaan) "),
  ]

  /// A help page.
  ///
  /// - Parameters:
  ///   - text: What the parser says.
  ///   - examples: Calls of the command, without the name of the program.
  /// - Returns: The page in Indonesian.
  static func help(_ text: String, examples: [String] = []) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      headings.reduce(String(line)) { $0.replacing($1.english, with: $1.indonesian) }
    }
    if let hint = lines.firstIndex(where: { $0.hasPrefix("  See '") }) {
      lines[hint] = "  Lihat 'tenggat <perintah> --help' untuk bantuan tiap perintah."
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    if !examples.isEmpty { lines += ["", "CONTOH:"] + examples.map { "  tenggat \($0)" } }
    return lines.joined(separator: "\n")
  }

  /// A message about arguments that were not understood.
  static func message(_ text: String) -> String {
    if let unknownCommand { return unknownCommand }
    let first = String(text.split(separator: "\n").first ?? "")
    for (opening, closing, sentence) in sentences where first.hasPrefix(opening) {
      guard let end = closing.isEmpty ? first.endIndex : lastIndex(of: closing, in: first) else {
        continue
      }
      let start = first.index(first.startIndex, offsetBy: opening.count)
      guard start <= end else { continue }
      return sentence(String(first[start..<end]), String(first[end...]))
    }
    return "perintah ini tidak dipahami; lihat --help"
  }

  private static let sentences:
    [(opening: String, closing: String, sentence: @Sendable (String, String) -> String)] = [
      (
        "Unknown option '", "'. Did you mean '",
        { word, rest in
          "pilihan '\(word)' tidak dikenal; mungkin maksudnya \(quotedWord(in: rest))"
        }
      ),
      ("Unknown option '", "'", { word, _ in unknown(word) }),
      ("Invalid option: ", "", { word, _ in unknown(word) }),
      ("Missing value for '", "'", { word, _ in missingValue(of: word) }),
      ("Missing expected argument '", "'", { word, _ in "'\(word)' belum disebut; lihat --help" }),
      ("Missing one of: '", "", { words, _ in "sebut salah satu: '\(words)" }),
      (
        "Unexpected argument '", "'",
        { word, _ in "'\(word)' tidak diharapkan di sini; lihat --help" }
      ),
      (
        "The option '", "' does not take any value",
        { word, _ in "'\(word)' tidak memakai nilai; hapus nilainya" }
      ),
      (
        "The value '", "' is invalid for '",
        { word, rest in
          let target = quotedWord(in: String(rest.dropFirst("' is invalid for ".count)))
          return
            "nilai '\(word)' tidak dapat dipakai untuk \(target); \(form(of: word, for: target))"
        }
      ),
      (
        "Value to be set with ", "",
        { _, _ in "satu pilihan disebut dua kali; hapus salah satunya" }
      ),
    ]

  /// An option that the command does not have, or that stands before the command.
  private static func unknown(_ option: String) -> String {
    guard CommandLine.arguments.dropFirst().first == option, option.hasPrefix("--") else {
      return "pilihan '\(option)' tidak dikenal; lihat --help"
    }
    let fix =
      nearestMatch(to: option, among: ["--version", "--help"]).map { "mungkin maksudnya '\($0)'" }
      ?? "tulis perintahnya dahulu, misalnya tenggat jadwal --ruang DIR"
    return "'\(option)' tidak dikenal sebelum perintah; \(fix)"
  }

  /// An option without a value: where one follows that begins with a dash, it was taken for an option.
  private static func missingValue(of target: String) -> String {
    let option = target.prefix { $0 != " " }
    let arguments = CommandLine.arguments
    guard let place = arguments.firstIndex(of: String(option)), place + 1 < arguments.count,
      arguments[place + 1].hasPrefix("-"), !arguments[place + 1].hasPrefix("--")
    else { return "'\(target)' perlu nilai; tulis sesudahnya" }
    let value = arguments[place + 1]
    return value.dropFirst().first?.isNumber == true
      ? "nilai '\(value)' untuk '\(target)' negatif; tulis bilangan tanpa tanda minus"
      : "nilai '\(value)' untuk '\(target)' diawali tanda '-'; tulis \(option)=\(value)"
  }

  /// The sentence for a word that stands where a command should and is none, whatever follows it;
  /// `nil` where a command stands there, or an option.
  private static var unknownCommand: String? {
    var commands = Tenggat.configuration.subcommands
    var words = CommandLine.arguments.dropFirst()
    var takesWord = false
    while let first = words.first, let group = commands.first(where: { $0.answers(to: first) }) {
      guard !group.configuration.subcommands.isEmpty else { return nil }
      commands = group.configuration.subcommands
      takesWord = group.configuration.defaultSubcommand is any WithWord.Type
      words = words.dropFirst()
    }
    let names = commands.flatMap { [$0.name] + $0.configuration.aliases }
    guard let word = words.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let near = nearestMatch(to: word, among: names)
    guard near != nil || !takesWord else { return nil }
    let fix =
      near.map { "mungkin maksudnya '\($0)'" }
      ?? "yang ada: \(commands.map({ $0.name }).joined(separator: ", "))"
    return "perintah '\(word)' tidak dikenal; \(fix)"
  }

  /// The form that a value has, for the options and arguments that have one.
  private static func form(of word: String, for target: String) -> String {
    if target.contains("tanggal") || target.contains("sampai") || target.contains("hari-ini") {
      return dateRemedy(for: word)
    }
    if target.contains("periode") {
      return "tulis periode sebagai 2025, 2026-S1, 2026-TW3, atau 2026-09"
    }
    if target.contains("triwulan") { return "tulis triwulan sebagai 2026-TW1" }
    if target.contains("tahun") { return "tulis tahun sebagai 2026" }
    if target.contains("<hari>") { return "tulis bilangan hari, misalnya 30" }
    if target.contains("menurut") {
      return "pilih \(Recap.Grouping.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("hari-kerja") {
      return "pilih \(WeekLength.allCases.map(\.rawValue).joined(separator: " atau "))"
    }
    if target.contains("dibuat") { return "tulis saat sebagai 2026-04-01T08:00:00+08:00" }
    if target.contains("warna") {
      return "pilih \(Console.Color.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("tingkat") {
      return "pilih \(Kepatuhan.Tingkat.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("jenis") {
      return "pilih \(KalenderLiburTambah.Jenis.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("<jam>") { return "tulis jam sebagai 08.00" }
    if target.contains("<ukuran>") {
      return "pilih \(ReceiptPaper.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("tabel") {
      return "pilih \(TableQuestion.Table.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    if target.contains("pemisah") { return "tulis ',', ';', atau tab" }
    if target.contains("<n>") { return "tulis bilangan, misalnya 12" }
    if target.contains("kertas") {
      return "pilih \(PaperSize.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    return "lihat --help"
  }

  private static func quotedWord(in text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: true)
      .filter { $0.contains { $0.isLetter || $0.isNumber } && !$0.hasPrefix(". Did you mean") }
    return parts.first.map { "'\($0)'" } ?? text
  }

  private static func lastIndex(of needle: String, in text: String) -> String.Index? {
    text.ranges(of: needle).last?.lowerBound
  }
}

extension ParsableCommand {
  /// The name by which the command is called.
  fileprivate static var name: String { configuration.commandName ?? "" }

  fileprivate static func answers(to word: String) -> Bool {
    word == name || configuration.aliases.contains(word)
  }
}
