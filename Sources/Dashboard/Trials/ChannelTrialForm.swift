internal import ComplianceModel
internal import Foundation
internal import HTTPTypes
internal import Reminders
internal import Workspace

/// Sends one message over a channel to whoever asks for it, to see that it arrives.
enum ChannelTrialForm: PostedForm {
  static let path = "/pengingat/coba"
  static let writers = Audience.planners

  static let channel = "saluran"
  static let receiver = "penerima"
  static let fields: Set = [channel, receiver]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard let channel = fields[channel] else {
      throw QueryFault(what: "'\(self.channel)' belum disebut")
    }
    let trial: ChannelTrial
    do throws(ChannelTrial.Refused) {
      trial = try ChannelTrial(
        channel, to: try receiver(fields, visit), in: visit.workspace.office, at: visit.instant)
    } catch {
      return page(visit, error.sentence, isGood: false, .unprocessableContent)
    }
    if let wait = visit.trials.begin(at: visit.now) {
      return page(
        visit,
        "Satu percobaan setiap menit; tunggu \(wait.components.seconds + 1) detik, lalu coba lagi. "
          + "Tidak ada yang dikirim.", isGood: false, .tooManyRequests)
    }
    let sender = try sender(trial.channel, visit)
    return .later {
      do throws(DeliveryFailure) {
        try await sender.send(trial.message)
      } catch {
        let doubt = error.isOutcomeUnknown ? " Mungkin tetap sampai." : ""
        return page(
          visit, "Gagal lewat '\(trial.channel.name)': \(error.reason).\(doubt)", isGood: false, .ok
        )
      }
      return page(
        visit,
        "Sudah diserahkan ke saluran '\(trial.channel.name)' untuk \(trial.message.person). Periksa "
          + "apakah sampai.", isGood: true, .ok)
    }
  }

  /// To whom it goes: oneself, by the name of the account; who sits at the computer chooses an officer.
  private static func receiver(
    _ fields: FormFields, _ visit: Visit
  ) throws(ChannelTrial.Refused) -> String {
    guard visit.visitor.account != nil else { return fields[receiver] ?? "" }
    return (try? visit.visitor.recorder()) ?? ""
  }

  private static func sender(
    _ channel: ChannelSettings, _ visit: Visit
  ) throws -> ChannelSender {
    let (workspace, environment) = (visit.workspace, ProcessInfo.processInfo.environment)
    let secrets = SecretVariables(
      workspace.office.reminders, workspace: workspace.folder, environment: environment)
    return ChannelSender(
      channel, workspace: workspace.folder, environment: { environment[$0] }, secrets: secrets,
      services: channel.isWebhook ? try workspace.services() : [],
      courier: WebCourier(beside: visit.executable, withholding: secrets),
      standardOutput: { try FileHandle.standardOutput.write(contentsOf: $0) })
  }

  private static func page(
    _ visit: Visit, _ text: String, isGood: Bool, _ status: HTTPResponse.Status
  ) -> FormAnswer {
    .page(ChannelTrialPage(text, isGood: isGood, visit), status)
  }
}

extension ChannelTrial.Refused {
  /// Why nothing was sent, and what to do.
  fileprivate var sentence: String {
    switch self {
    case .unknownChannel(let name, let known):
      "Saluran '\(name)' tidak ada; yang ada: \(known.joined(separator: ", ")). Tidak ada yang dikirim."
    case .noOfficer(let name):
      (name.isEmpty ? "Penerima belum dipilih" : "'\(name)' tidak ada di antara pejabat")
        + "; tambahkan dengan kontaknya di Pengaturan. Tidak ada yang dikirim."
    case .noContact(let officer, let channel):
      "\(officer) tidak punya kontak '\(channel)'; tambahkan di Pengaturan. Tidak ada yang dikirim."
    }
  }
}

/// What came of a trial.
struct ChannelTrialPage: ShownPage {
  static let path = RemindersPage.path
  static let template = "coba-saluran"
  static let help: GuidePlace? = GuidePlace("Saluran", "Kapan sebuah pesan dianggap terkirim")

  let title = "Coba saluran"
  let text: String
  /// The name of a style.
  let style: String
  let back: String

  /// Tells what came of it.
  init(_ text: String, isGood: Bool, _ visit: Visit) {
    self.text = text
    style = isGood ? "good" : "bad"
    back = visit.paths.page(RemindersPage.path)
  }
}
