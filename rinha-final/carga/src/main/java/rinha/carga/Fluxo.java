package rinha.carga;

/// População de pedidos com ritmo próprio: o perfil diz quando, a fonte diz o quê.
public record Fluxo(String nome, Perfil perfil, Fonte fonte) {
}
