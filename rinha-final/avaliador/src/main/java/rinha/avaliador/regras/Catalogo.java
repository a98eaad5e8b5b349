package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;

/// Todas as regras, na ordem em que são avaliadas.
public final class Catalogo {

    /// Não tem prova sua: falha quando o alvo se cala no meio das outras.
    public static final Regra RESPONDE = new Regra("C00-responde", "o servidor responde do começo ao fim da avaliação",
            "Quem trava com um pedido estranho trava com qualquer um.", "98% das respostas abaixo de 250 ms", Peso.RESPOSTA);

    private Catalogo() {
    }

    /// Devolve as provas que vêm antes da carga.
    public static List<Prova> oficiais() {
        List<Prova> todas = new ArrayList<>(RegrasDeClientes.todas());
        todas.addAll(RegrasDeTransacao.todas());
        todas.addAll(RegrasDeCorpo.todas());
        todas.addAll(RegrasDeExtrato.todas());
        todas.addAll(RegrasDeDatas.todas());
        todas.addAll(RegrasDeConcorrencia.todas());
        return todas;
    }

    /// Devolve as que vêm depois: um conselho pode estragar o saldo de um servidor frágil.
    public static List<Prova> conselhos() {
        return Conselhos.todos();
    }

    public static List<Regra> regras() {
        List<Regra> todas = new ArrayList<>(List.of(RESPONDE));
        oficiais().forEach(p -> todas.add(p.regra()));
        todas.addAll(RegrasDeCarga.todas());
        conselhos().forEach(p -> todas.add(p.regra()));
        return List.copyOf(todas);
    }

    /// Leva os nomes pedidos a ids; vazio quer dizer todas.
    ///
    /// @throws IllegalArgumentException se um nome não é de nenhuma (a mensagem sugere a mais próxima), ou se uma regra pedida pelo nome
    /// precisa da carga que não se vai pôr
    public static Set<String> resolver(Set<String> pedidas, boolean comCarga) {
        Set<String> ids = resolver(pedidas);
        RegrasDeCarga.todas().stream().filter(r -> !comCarga && !pedidas.isEmpty() && ids.contains(r.id())).findFirst().ifPresent(r -> {
            throw new IllegalArgumentException(r.numero() + " precisa da carga: peça-a, ou tire " + r.numero() + " de --so");
        });
        return ids;
    }

    private static Set<String> resolver(Set<String> pedidas) {
        Set<String> ids = new LinkedHashSet<>();
        List<Regra> regras = regras();
        if (pedidas.isEmpty()) {
            regras.forEach(r -> ids.add(r.id()));
        }
        for (String nome : pedidas) {
            ids.add(regras.stream().filter(r -> r.numero().equalsIgnoreCase(nome) || r.id().equalsIgnoreCase(nome)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(naoExiste(nome, regras))).id());
        }
        return ids;
    }

    private static String naoExiste(String nome, List<Regra> regras) {
        Regra perto = regras.stream().min((a, b) -> Integer.compare(distancia(nome, a), distancia(nome, b))).orElseThrow();
        return "não há regra «%s». Você quis dizer %s? Veja todas com --listar.".formatted(nome, perto.id());
    }

    /// Distância de edição até o número, o nome ou o id, a menor; zero se o pedido é um pedaço do id.
    private static int distancia(String nome, Regra regra) {
        String pedido = nome.toLowerCase(Locale.ROOT);
        if (pedido.length() > 3 && regra.id().toLowerCase(Locale.ROOT).contains(pedido)) {
            return 0;
        }
        int aoNome = distancia(pedido, regra.id().substring(4));
        return Math.min(aoNome, Math.min(distancia(pedido, regra.numero().toLowerCase(Locale.ROOT)), distancia(pedido, regra.id().toLowerCase(Locale.ROOT))));
    }

    private static int distancia(String a, String b) {
        int[] linha = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            linha[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = linha[0];
            linha[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int troca = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = linha[j];
                linha[j] = Math.min(troca, 1 + Math.min(linha[j], linha[j - 1]));
            }
        }
        return linha[b.length()];
    }
}
