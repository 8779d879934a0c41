using SayNo.Content.Publishing;
using SayNo.Web.Localization;

namespace SayNo.Admin.Bulk;

/// <summary>What can be done with several texts at once.</summary>
public enum BulkAct
{
    Submit = 1,
    Publish = 2,
    Archive = 3,
}

/// <summary>The acts as addresses, rights and screens name them.</summary>
public static class BulkActs
{
    public static IReadOnlyList<BulkAct> All { get; } = [BulkAct.Submit, BulkAct.Publish, BulkAct.Archive];

    public static string Name(this BulkAct act) => act switch
    {
        BulkAct.Submit => "submit",
        BulkAct.Publish => "publish",
        _ => "archive",
    };

    public static BulkAct? Read(string? name) => All.Select(act => (BulkAct?)act).FirstOrDefault(act => act?.Name() == name);

    /// <summary>The right that the act's own verb demands.</summary>
    public static Right Right(this BulkAct act) => act == BulkAct.Submit ? Content.Publishing.Right.Edit : Content.Publishing.Right.Publish;

    public static string Text(this BulkAct act, PoLocalizer l) => act switch
    {
        BulkAct.Submit => l["Send to review"].Value,
        BulkAct.Publish => l["Publish"].Value,
        _ => l["Archive"].Value,
    };
}
