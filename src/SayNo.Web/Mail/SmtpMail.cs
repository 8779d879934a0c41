using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SayNo.Web.Mail;

/// <summary>Sends letters through a mail server.</summary>
internal sealed class SmtpMail(IOptions<MailSettings> options, ILogger<SmtpMail> logger) : IMail
{
    public async Task<bool> SendAsync(Letter letter, CancellationToken ct)
    {
        var settings = options.Value;
        using var message = settings.MessageOf(letter);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);

        if (settings.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        try
        {
            await client.SendMailAsync(message, patience.Token);

            return true;
        }
        catch (Exception exception) when (exception is SmtpException || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // The reason names the server, never the letter or whom it is for.
            logger.LogError("A letter could not be sent: {Reason}", exception.GetBaseException().Message);

            return false;
        }
    }
}
