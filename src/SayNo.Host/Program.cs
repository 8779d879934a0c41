using SayNo.Accounts;
using SayNo.Admin;
using SayNo.Campaign;
using SayNo.ContentApi;
using SayNo.Host;
using SayNo.Host.Commands;
using SayNo.Host.Databases;
using SayNo.Media;
using SayNo.Search;
using SayNo.Theme;
using SayNo.Web;

// Everything that this program is made of. Recipes and settings switch modules on and off, and choose the theme.
IReadOnlyList<Module> modules = [new CampaignModule(), new ContentApiModule(), new SearchModule(MemoryDatabase.Open), new AccountsModule(), new MediaModule(), new AdminModule()];
IReadOnlyList<SayNo.Web.Theme> themes = [new SayNoTheme()];

return await CommandLine.RunAsync(args, new SiteParts(modules, themes));
