using System.Net.Mail;
using System.Text;

namespace SayNo.Web.Mail;

/// <summary>How mail goes out; the settings under <c>SayNo:Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>The mail server. Without one, letters are written into the folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted (STARTTLS).</summary>
    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "sayno@localhost";

    public string Folder { get; set; } = "App_Data/mail";

    /// <summary>How long the mail server may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);

    internal MailMessage MessageOf(Letter letter) => new(From, letter.To)
    {
        Subject = letter.Subject,
        SubjectEncoding = Encoding.UTF8,
        Body = letter.Text,
        BodyEncoding = Encoding.UTF8,
        HeadersEncoding = Encoding.UTF8,
    };
}
