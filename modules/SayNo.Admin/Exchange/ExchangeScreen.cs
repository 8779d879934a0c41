using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Exchange;

/// <summary>A screen on which somebody takes all texts of an owner out, or brings them in.</summary>
public abstract class ExchangeScreen(Rights rights) : AdminPage
{
    public const string Path = "/admin/exchange";

    public static bool IsFor(Editor editor) => Rights.Reach(editor, Right.Exchange) is { IsEverywhere: true } or { Scopes.Count: > 0 };

    /// <exception cref="RightDeniedException">They may not exchange anything of this owner.</exception>
    protected void Demand(string scope)
    {
        if (!Rights.Reach(Editor, Right.Exchange).Holds(scope))
        {
            rights.Demand(Editor, Right.Exchange, scope, Variant.Neutral);
        }
    }

    /// <exception cref="RightDeniedException">They may not exchange anything at all.</exception>
    protected void Demand()
    {
        if (!IsFor(Editor))
        {
            rights.Demand(Editor, Right.Exchange, Scopes.Campaign, Variant.Neutral);
        }
    }
}
