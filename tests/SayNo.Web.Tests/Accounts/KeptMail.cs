using System.Collections.Concurrent;
using SayNo.Web.Mail;

namespace SayNo.Web.Tests.Accounts;

/// <summary>Keeps letters instead of sending them, and can be out of order.</summary>
internal sealed class KeptMail : IMail
{
    private readonly ConcurrentQueue<Letter> _letters = new();

    public bool IsBroken { get; set; }

    public IReadOnlyList<Letter> Letters => [.. _letters];

    public Task<bool> SendAsync(Letter letter, CancellationToken ct)
    {
        if (!IsBroken)
        {
            _letters.Enqueue(letter);
        }

        return Task.FromResult(!IsBroken);
    }
}
