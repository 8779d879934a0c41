using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Admin.Auditing;
using SayNo.Admin.Bulk;
using SayNo.Admin.Editing;
using SayNo.Admin.Exchange;
using SayNo.Admin.Items;
using SayNo.Admin.Lists;
using SayNo.Admin.Previewing;
using SayNo.Admin.Releases;
using SayNo.Admin.Reviewing;
using SayNo.Admin.Translating;
using SayNo.Admin.Work;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Admin;

/// <summary>Where national teams write, review and publish.</summary>
public sealed class AdminModule : Module
{
    public override string Name => "Admin";

    public override IReadOnlyList<string> DependsOn => ["Accounts", "Media"];

    public override void Add(IServiceCollection services)
    {
        services.AddScoped<AuditView>();
        services.AddScoped<BulkWork>();
        services.AddScoped<DraftActs>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<EditorTasks, TextTasks>();
        services.AddScoped<FirstScreen>();
        services.AddScoped<LateForms, LateDrafts>();
        services.AddScoped<ItemList>();
        services.AddScoped<ItemOverviews>();
        services.AddScoped<ItemPicker>();
        services.AddScoped<NewItemForm>();
        services.AddScoped<EditorTasks, ReleaseTasks>();
        services.AddScoped<ReleaseAdding>();
        services.AddScoped<ReleaseDesk>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<WorkflowDesk>();
        services.AddScoped<SegmentedDrafts>();
        services.AddScoped<TranslationDesk>();
        services.AddScoped<TranslationMatrix>();
        services.AddScoped<TypedTexts>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ServedSoon>();
        services.AddSingleton<PublicPlaces>();
    }

    public override void Map(IEndpointRouteBuilder site)
    {
        site.MapEditing();
        site.MapPreviews();
        site.MapTranslating();
    }

    public override void AddTo(AdminMenu menu)
    {
        menu.Add(new("My work", "/admin", 100, _ => true));
        menu.Add(new("Texts", ItemFilter.Path, 110, _ => true));
        menu.Add(new("Translation", MatrixFilter.Path, 120, editor => editor.Grants.Count > 0));
        menu.Add(new("Releases", ReleaseScreen.Path, 130, editor => editor.Grants.Count > 0));
        menu.Add(new("Import and export", ExchangeScreen.Path, 140, ExchangeScreen.IsFor));
        menu.Add(new("Audit log", AuditQuery.Path, 290, editor => Rights.May(editor, Right.ReadAudit, Scopes.Campaign, Variant.Neutral)));
    }
}
