using System.Net.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SayNo.Web.Mail;

/// <summary>Writes letters as .eml files into a folder that only the site's user can open, where a developer reads them.</summary>
internal sealed class MailFolder(IOptions<MailSettings> options, ILogger<MailFolder> logger) : IMail
{
    public Task<bool> SendAsync(Letter letter, CancellationToken ct)
    {
        try
        {
            var folder = Path.GetFullPath(options.Value.Folder);
            Create(folder);
            using var message = options.Value.MessageOf(letter);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
            client.Send(message);

            return Task.FromResult(true);
        }
        catch (Exception exception) when (exception is SmtpException or IOException or UnauthorizedAccessException)
        {
            logger.LogError("A letter could not be written: {Reason}", exception.GetBaseException().Message);

            return Task.FromResult(false);
        }
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);

            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
