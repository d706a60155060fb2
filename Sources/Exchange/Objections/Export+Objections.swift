internal import ComplianceModel
package import Wording
internal import Workspace

extension ExportFiles.Refused: Objecting {
  /// Why there is nothing to add up.
  package var objections: [Objection] {
    switch self {
    case .missing(let path):
      [Objection(.missing, "\(path) tidak ada", fix: "periksa nama berkas atau foldernya")]
    case .empty(let path):
      [
        Objection(
          .missing, "folder \(path) tidak memuat berkas .xml",
          fix: "letakkan ekspor kecamatan di dalamnya, atau sebut folder lain")
      ]
    }
  }
}

extension KepatuhanExport.Refused: Objecting {
  /// Why a document is not given.
  package var objections: [Objection] {
    switch self {
    case .nameless(let regions):
      regions.map { region in
        Objection(
          .data, at: SourcePlace(file: Workspace.regionFile),
          "\(region) tidak punya baris, sehingga namanya kosong dalam dokumen",
          fix: "tambahkan barisnya dengan nama, lalu ulangi")
      }
    case .invalid(let faults):
      faults.map { fault in
        Objection(
          .data, at: SourcePlace(file: "ekspor", line: fault.line, column: fault.column ?? 0),
          Remedy(fault.message), fix: "tidak ada berkas yang ditulis; laporkan kesalahan ini")
      }
    }
  }
}

extension FrozenFault: Objecting {
  /// Why a frozen quarter cannot be compared.
  package var objections: [Objection] {
    let nature: Objection.Nature =
      switch self.nature {
      case .notFrozen: .missing
      case .damaged: .data
      }
    return items.map { item in
      item.place.map { Objection(nature, at: $0, Remedy(item.what), fix: item.remedy) }
        ?? Objection(nature, Remedy(item.what), fix: item.remedy)
    }
  }
}

extension XMLFailure: Objecting {
  /// Why XML was not written.
  package var objections: [Objection] {
    [Objection(.data, "ekspor XML gagal: \(self)", fix: "tidak ada berkas yang ditulis")]
  }
}

extension PrintedPages.Taken: Objecting {
  /// Why pages are not written.
  package var objections: [Objection] {
    [
      Objection(
        .uncreatable, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
        fix:
          "simpan ke berkas lain dengan \(do: .chooseOutput), atau timpa dengan \(do: .overwrite)")
    ]
  }
}
