export function SidePanel() {
  return <div />;
}
