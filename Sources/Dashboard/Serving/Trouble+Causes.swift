internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import HTTPTypes
internal import Wording
internal import Workspace

extension Trouble {
  /// What a library threw.
  init(_ error: any Error) {
    self =
      switch error {
      case let trouble as ShownTrouble: trouble.trouble
      case let fault as QueryFault:
        Trouble(
          .badRequest, "Alamat tidak dimengerti", fault.what, remedy: "perbaiki, atau pilih lagi")
      case let refusal as RecorderRefusal:
        Trouble(
          .unprocessableContent, "Siapa yang mencatat?", Objection(refusal).what.spelled,
          remedy: "isi petugas di Pengaturan, lalu buka isiannya lagi")
      case KepatuhanExport.Refused.nameless(let regions):
        Trouble(
          .unprocessableContent, "Nama wilayah belum ada",
          regions.map {
            Item(
              place: Workspace.regionFile,
              what: "\($0) tidak punya baris, sehingga namanya kosong dalam dokumen",
              remedy: "tambahkan barisnya dengan nama, lalu ulangi")
          })
      case KepatuhanExport.Refused.invalid:
        Trouble(
          .internalServerError, "Ekspor tidak sesuai skemanya",
          "berkas yang dibuat tidak sesuai skema kepatuhan-1.xsd dan tidak diberikan",
          remedy: "laporkan kesalahan ini")
      case is LayoutProgram.Failure: .noLayout
      case let faulty as FaultyLayout:
        Trouble(
          .unprocessableContent, "Profil harus dibetulkan",
          faulty.faults.map {
            Item(place: $0.place.description, what: $0.what, remedy: $0.remedy.spelled)
          })
      case let fault as FrozenFault: Trouble(fault)
      case let failure as WorkspaceFailure: Trouble(failure)
      case let failure as AnswerFailure: Trouble(failure)
      case is UnitRefusal, is MeaningRefusal: .noSuchObligation
      case let gap as CalendarNotCovered:
        Trouble(
          .unprocessableContent, "Hari libur belum ada", "hari libur \(gap.year) belum ada",
          remedy: Words.addHolidays(gap.year))
      default: .unknown
      }
  }

  private static let unknown = Trouble(
    .internalServerError, "Halaman gagal dibuat", "ruang kerja tidak dapat dibaca",
    remedy: "jalankan 'tenggat periksa' di komputer ini, lalu muat ulang")

  private init(_ failure: WorkspaceFailure) {
    switch failure {
    case .configuration(let findings), .data(let findings):
      self.init(
        .internalServerError, "Ada yang harus dibetulkan dahulu", findings.map(Item.init))
    default: self = .unknown
    }
  }

  private init(_ fault: FrozenFault) {
    let items = fault.items.map { item in
      Item(
        place: item.place?.description, what: item.what, remedy: item.remedy.spelled)
    }
    switch fault.nature {
    case .notFrozen: self.init(.notFound, "Belum dibekukan", items)
    case .damaged: self.init(.unprocessableContent, "Tidak dapat dibandingkan", items)
    }
  }

  private init(_ failure: AnswerFailure) {
    func told(_ status: HTTPResponse.Status, _ title: String) -> Trouble {
      Trouble(status, title, Objection.all(failure).map(Item.init))
    }
    self =
      switch failure {
      case .unknownRole: told(.badRequest, "Jabatan tidak dikenal")
      // Its code is part of the address.
      case .unknownIndicator: .noSuchIndicator
      case .roleWithoutIndicators, .indicatorOfOtherRole:
        told(.badRequest, "Jabatan tanpa indikator")
      case .noRegister, .noRegisterInForce: told(.notFound, "Tidak ada register IKU")
      case .unknownWarningStep: told(.badRequest, "Tahap tidak ada")
      case .rules, .noWarningSteps:
        told(.internalServerError, "Ada yang harus dibetulkan dahulu")
      }
  }
}

extension Trouble.Item {
  /// What is wrong with a file, at its place.
  init(_ finding: Finding) {
    self.init(
      place: finding.place.description, what: finding.what, remedy: finding.remedy.spelled)
  }

  /// What stands against a request.
  fileprivate init(_ objection: Objection) {
    self.init(
      place: objection.place?.description, what: objection.what.spelled,
      remedy: objection.remedy.spelled)
  }
}
