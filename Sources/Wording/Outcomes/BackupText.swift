package import CivilCalendar
internal import ComplianceModel

/// What came of a backup, and of bringing one back, in words that every front shares.
package enum BackupText {
  /// What a backup came to.
  package struct Made {
    /// Where it is.
    let path: String
    /// How many files it has, with how many bytes and rows; `nil` where that is not known.
    let contents: (files: Int, bytes: Int64, rows: Int)?
    /// Whether it was read again and is the workspace, whose chains are whole.
    let isProved: Bool
    /// Whether it is the workspace, whatever is wrong with that.
    let isFaithful: Bool
    /// The names of the secrets in it.
    let secrets: [String]
    /// Whether others can read it.
    let isExposed: Bool
    /// The names of older ones that were removed.
    let removed: [String]

    /// States what a backup came to.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - contents: How many files it has, with how many bytes and rows; `nil` where that is not known.
    ///   - isProved: Whether it was read again and is the workspace, whose chains are whole.
    ///   - isFaithful: Whether it is the workspace, whatever is wrong with that.
    ///   - secrets: The names of the secrets in it.
    ///   - isExposed: Whether others can read it.
    ///   - removed: The names of older ones that were removed.
    package init(
      at path: String, contents: (files: Int, bytes: Int64, rows: Int)?, isProved: Bool,
      isFaithful: Bool, secrets: [String], isExposed: Bool, removed: [String]
    ) {
      self.path = path
      self.contents = contents
      self.isProved = isProved
      self.isFaithful = isFaithful
      self.secrets = secrets
      self.isExposed = isExposed
      self.removed = removed
    }
  }

  /// What is said of a backup.
  ///
  /// - Parameter made: What it came to.
  /// - Returns: The lines.
  package static func outcome(_ made: Made) -> OutcomeText {
    var lines: [OutcomeText.Line] = [.heading("Dicadangkan: \(made.path)")]
    if let (files, bytes, rows) = made.contents {
      lines.append(
        OutcomeText.Line(
          "\(files.indonesian) berkas, \(Words.size(bytes)), \(rows.indonesian) baris buku"))
    }
    if made.isProved {
      lines.append(
        OutcomeText.Line("Terbukti sama dengan ruang kerja, dan rantai bukunya utuh", .good))
    } else {
      lines.append(
        OutcomeText.Line(
          "Tidak terbukti; cadangan terbukti yang lebih lama tetap disimpan", .bad))
      if made.isFaithful {
        lines.append(
          OutcomeText.Line(
            "Salinannya sama dengan ruang kerja: yang salah ruang kerja itu sendiri (\(do: .inspect))"
          ))
      }
    }
    let secrets = made.secrets.joined(separator: ", ")
    if !made.isExposed {
      lines.append(
        OutcomeText.Line(
          "Hanya untuk pemiliknya (folder 0700, berkas 0600)\(secrets.isEmpty ? "" : "; memuat \(secrets)")"
        ))
    } else if !secrets.isEmpty {
      lines.append(OutcomeText.Line("Memuat \(secrets)", .soon))
    }
    return OutcomeText(
      lines: lines + made.removed.map { OutcomeText.Line("Dihapus, lebih lama: \($0)") })
  }

  /// What is said of a backup that was brought back.
  ///
  /// - Parameters:
  ///   - folder: Where it was brought.
  ///   - made: When the backup was made.
  ///   - files: How many files it has.
  ///   - questions: How many questions both were asked.
  ///   - original: The workspace that it was compared with; `nil` for none.
  ///   - isProved: Whether everything is the same.
  /// - Returns: The lines.
  package static func restoration(
    to folder: String, made: ClockReading, files: Int, questions: Int, original: String?,
    isProved: Bool
  ) -> OutcomeText {
    var lines: [OutcomeText.Line] = [
      .heading(
        """
        Dipulihkan ke \(folder): \(files.indonesian) berkas dari cadangan \(made.date.indonesian) \
        pukul \(TimeOfDay(made).indonesian)
        """)
    ]
    if questions > 0 {
      lines.append(
        OutcomeText.Line(
          """
          \(questions.indonesian) pertanyaan (jadwal, desa, kepatuhan, IKU, riwayat, kewajiban) \
          ditanyakan kepada keduanya
          """))
    }
    if let original {
      lines.append(OutcomeText.Line("Dibandingkan juga dengan ruang kerja \(original)"))
    }
    lines.append(
      isProved
        ? OutcomeText.Line(
          "Terbukti: semua berkas, rantai, dan jawaban sama dengan cadangannya", .good)
        : OutcomeText.Line("Tidak terbukti; lihat galatnya di atas", .bad))
    lines.append(
      OutcomeText.Line(
        "Hanya untuk Anda (folder 0700, berkas 0600), bila penyimpanannya mengenal izin berkas"))
    return OutcomeText(lines: lines)
  }
}
