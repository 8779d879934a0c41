using SayNo.Web.Localization;

namespace SayNo.Admin.Lists;

/// <summary>The sentences that a screen shows after something was done; the address holds only the key of one.</summary>
public static class Notices
{
    public static string? Of(string? key, PoLocalizer l) => key switch
    {
        "created" => l["It was created. Now write its texts; nothing is public before it is published."].Value,
        "own-wording" => l["Your country's own wording was created. It begins as a draft; visitors see the campaign's until yours is published."].Value,
        "moved" => l["The order was changed. Visitors see it at once."].Value,
        "deleted" => l["It was deleted."].Value,
        _ => null,
    };
}
